from __future__ import annotations

import ast

from windows.version_resource import version_resource


def calls(text: str, name: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(ast.parse(text, mode="eval"))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def test_windows_is_told_the_version_in_words_and_in_numbers() -> None:
    text = version_resource("1.20.3")
    strings = dict(ast.literal_eval(ast.Tuple(call.args, ast.Load())) for call in calls(text, "StringStruct"))
    assert strings["ProductVersion"] == strings["FileVersion"] == "1.20.3"
    assert strings["FileDescription"] == strings["ProductName"] == "smsdesk"
    (fixed,) = calls(text, "FixedFileInfo")
    numbers = {keyword.arg: ast.literal_eval(keyword.value) for keyword in fixed.keywords}
    assert numbers["filevers"] == numbers["prodvers"] == (1, 20, 3, 0)
