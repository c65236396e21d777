"""Drafts that something else took the place of."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the table; nothing was kept before."""
    text = sa.Text
    op.create_table(
        "kept_draft",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("account_id", text),
        *(sa.Column(name, text, nullable=False) for name in ("sender", "send_at", "text", "people", "pending")),
        sa.Column("listed", sa.Integer, nullable=False),
        sa.Column("kept_at", text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kept_draft"),
    )
