"""What the gateway itself says a delivery cost, and which learnt price the user did not want."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns; of what there is the cost is not known."""
    op.add_column("account", sa.Column("price_declined", sa.Text))
    op.add_column("announcement", sa.Column("billed", sa.Text))
    op.add_column("announcement", sa.Column("billed_copies", sa.Integer))
    op.add_column("delivery", sa.Column("billed_parts", sa.Integer))
    op.add_column("delivery", sa.Column("cost", sa.Text))
