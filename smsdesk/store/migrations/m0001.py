"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables of the first version."""
    row_id = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    text, integer = sa.Text, sa.Integer
    op.create_table(
        "account",
        sa.Column("id", text, nullable=False),
        *(sa.Column(name, text, nullable=False) for name in ("name", "provider", "user_name", "sender")),
        *(sa.Column(name, text, nullable=False) for name in ("more_senders", "address", "country")),
        sa.Column("price_per_part", text),
        sa.Column("low_mark", text),
        sa.Column("batch_size", integer),
        sa.Column("options", text, nullable=False),
        sa.Column("created_at", text, nullable=False),
        sa.Column("deleted_at", text),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
    )
    op.create_table(
        "announcement",
        sa.Column("id", row_id, nullable=False),
        sa.Column("account_id", text, nullable=False),
        sa.Column("text", text, nullable=False),
        sa.Column("sender", text, nullable=False),
        sa.Column("parts", integer, nullable=False),
        sa.Column("send_at", text),
        sa.Column("one_by_one", sa.Boolean, nullable=False),
        sa.Column("created_at", text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcement"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_announcement_account_id_account"),
    )
    op.create_index("ix_announcement_account_id", "announcement", ["account_id"])
    op.create_table(
        "submission",
        sa.Column("id", row_id, nullable=False),
        sa.Column("account_id", text, nullable=False),
        sa.Column("announcement_id", row_id, nullable=False),
        sa.Column("started_at", text, nullable=False),
        *(sa.Column(name, text) for name in ("finished_at", "outcome", "error_code", "error_text")),
        sa.PrimaryKeyConstraint("id", name="pk_submission"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_submission_account_id_account"),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcement.id"], name="fk_submission_announcement_id_announcement"
        ),
    )
    op.create_index("ix_submission_account_id", "submission", ["account_id"])
    op.create_table(
        "delivery",
        sa.Column("id", row_id, nullable=False),
        sa.Column("announcement_id", row_id, nullable=False),
        *(sa.Column(name, text, nullable=False) for name in ("number", "name", "state")),
        *(sa.Column(name, text) for name in ("message_id", "error_code", "error_text")),
        sa.Column("submission_id", row_id),
        sa.Column("resend_of", row_id),
        sa.Column("changed_at", text, nullable=False),
        sa.Column("check_at", text),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcement.id"], name="fk_delivery_announcement_id_announcement"
        ),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name="fk_delivery_submission_id_submission"),
        sa.ForeignKeyConstraint(["resend_of"], ["delivery.id"], name="fk_delivery_resend_of_delivery"),
    )
    op.create_index("ix_delivery_announcement_id_state", "delivery", ["announcement_id", "state"])
    op.create_index("ix_delivery_check_at", "delivery", ["check_at"])
    op.create_index("ix_delivery_message_id", "delivery", ["message_id"])
    op.create_index("ix_delivery_resend_of", "delivery", ["resend_of"])
    op.create_index("ix_delivery_state", "delivery", ["state"])
    op.create_table(
        "report",
        sa.Column("id", row_id, nullable=False),
        *(sa.Column(name, text, nullable=False) for name in ("account_id", "message_id", "number")),
        sa.Column("state", text),
        *(sa.Column(name, text, nullable=False) for name in ("code", "words", "received_at")),
        sa.Column("delivery_id", row_id),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_report_account_id_account"),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_report_delivery_id_delivery"),
    )
    op.create_index("ix_report_account_id_message_id", "report", ["account_id", "message_id"])
    op.create_index("ix_report_account_id_received_at", "report", ["account_id", "received_at"])
    op.create_index("ix_report_delivery_id", "report", ["delivery_id"])
    op.create_table(
        "balance",
        sa.Column("id", row_id, nullable=False),
        *(sa.Column(name, text, nullable=False) for name in ("account_id", "amount", "unit")),
        sa.Column("messages", integer),
        sa.Column("asked_at", text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_balance"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_balance_account_id_account"),
    )
    op.create_index("ix_balance_account_id_asked_at", "balance", ["account_id", "asked_at"])
    op.create_table(
        "draft",
        sa.Column("id", integer, nullable=False),
        sa.Column("account_id", text),
        *(sa.Column(name, text, nullable=False) for name in ("sender", "send_at", "text", "people", "pending")),
        sa.Column("changed_at", text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
    )
