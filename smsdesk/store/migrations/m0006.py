"""A month's budget, for gateways that tell no balance."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; there is no budget until the office sets one."""
    op.add_column("account", sa.Column("budget_parts", sa.Integer))
