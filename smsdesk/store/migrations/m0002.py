"""When an announcement may leave, what it was to cost and did cost; which logins a gateway refused."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; an announcement from before has no `leaves_at`: what it has queued waits for the user."""
    op.add_column("account", sa.Column("login_refused", sa.Text))
    for name in ("leaves_at", "price_per_part", "charged"):
        op.add_column("announcement", sa.Column(name, sa.Text))
    op.add_column("announcement", sa.Column("charged_others", sa.Integer))
    op.create_index("ix_submission_announcement_id", "submission", ["announcement_id"])
