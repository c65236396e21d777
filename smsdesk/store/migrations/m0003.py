"""A delivery may have a text of its own, with its own number of parts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns; what there is has none of its own, so that it stays as its announcement says."""
    op.add_column("delivery", sa.Column("text", sa.Text))
    op.add_column("delivery", sa.Column("parts", sa.Integer))
    op.drop_index("ix_delivery_announcement_id_state")
    op.create_index("ix_delivery_announcement_id_state_parts", "delivery", ["announcement_id", "state", "parts"])
