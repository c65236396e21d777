/* Stands for smsdesk.exe where no Windows can freeze the real one. With the name of a file it makes that file, to say that
   it runs, and stays open while the file is there; of a second name it holds the file meanwhile, so that nobody can move
   it. With an option it ends at once, content with itself. */

#include <windows.h>
#include <shellapi.h>

int WINAPI WinMain(HINSTANCE instance, HINSTANCE before, LPSTR line, int show)
{
    int count;
    LPWSTR *arguments = CommandLineToArgvW(GetCommandLineW(), &count);
    if (count < 2 || arguments[1][0] == L'-')
        return 0;
    if (count > 2 && CreateFileW(arguments[2], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL)
                         == INVALID_HANDLE_VALUE)
        return 1;
    HANDLE sign = CreateFileW(arguments[1], GENERIC_WRITE, FILE_SHARE_DELETE, NULL, CREATE_NEW, 0, NULL);
    if (sign == INVALID_HANDLE_VALUE)
        return 1;
    CloseHandle(sign);
    while (GetFileAttributesW(arguments[1]) != INVALID_FILE_ATTRIBUTES)
        Sleep(20);
    return 0;
}
