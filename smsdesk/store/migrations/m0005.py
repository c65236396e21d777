"""A tally of each announcement's deliveries, so that long lists need not be counted; indexes for what is read often."""

import sqlalchemy as sa
from alembic import op

from smsdesk.store.sqlite.tallies import TRIGGERS

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table with what there is, what keeps it, and the indexes."""
    op.create_table(
        "tally",
        sa.Column("announcement_id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("deliveries", sa.Integer, nullable=False),
        sa.Column("parts", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("announcement_id", "state", name="pk_tally"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO tally SELECT announcement_id, state, count(*), sum(coalesce(delivery.parts, announcement.parts)) "
        "FROM delivery JOIN announcement ON announcement.id = delivery.announcement_id GROUP BY announcement_id, state"
    )
    for trigger in TRIGGERS:
        op.execute(trigger)
    op.drop_index("ix_announcement_account_id")
    op.create_index("ix_announcement_account_id_created_at", "announcement", ["account_id", "created_at"])
    op.create_index(
        "ix_delivery_announcement_id_resend_of",
        "delivery",
        ["announcement_id", "resend_of"],
        sqlite_where=sa.text("resend_of IS NOT NULL"),
    )
    op.create_index("ix_delivery_announcement_id", "delivery", ["announcement_id"])
    op.create_index("ix_balance_account_id", "balance", ["account_id"])
    op.drop_index("ix_balance_account_id_asked_at")
    op.create_index("ix_balance_account_id_asked_at_amount", "balance", ["account_id", "asked_at", "amount"])
