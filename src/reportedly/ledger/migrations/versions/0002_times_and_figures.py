"""times and figures."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "time",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("timex", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=True),
        sa.Column("until", sa.String(length=40), nullable=True),
        sa.Column("anchor", sa.String(length=9), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_time_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "id", name=op.f("pk_time")),
    )
    op.create_index(op.f("ix_time_value"), "time", ["value"], unique=False)
    op.create_table(
        "figure",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("unit", sa.String(length=3), nullable=True),
        sa.Column("about", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id", "attribution"],
            ["attribution.reading_id", "attribution.id"],
            name=op.f("fk_figure_reading_id_attribution"),
        ),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_figure_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "ordinal", name=op.f("pk_figure")),
    )
    op.create_index(op.f("ix_figure_what"), "figure", ["what"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("a ledger is not taken back to an older version; restore a backup")
