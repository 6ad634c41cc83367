"""the first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("published", sa.String(length=40), nullable=True),
        sa.Column("updated", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("encoding", sa.String(length=40), nullable=True),
        sa.Column("told_by", sa.JSON(), nullable=False),
        sa.Column("source_map", sa.JSON(), nullable=False),
        sa.Column("stories", sa.JSON(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("abstained", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_outlet"), ["outlet"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_published"), ["published"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_url"), ["url"], unique=False)

    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("models", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_reading_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
        sa.UniqueConstraint("report_id", "version", "models", name=op.f("uq_reading_report_id_version_models")),
    )
    op.create_table(
        "abstention",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_abstention_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "ordinal", name=op.f("pk_abstention")),
    )
    op.create_table(
        "denial",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=True),
        sa.Column("denies", sa.String(length=16), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_denial_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "ordinal", name=op.f("pk_denial")),
    )
    op.create_table(
        "party",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_party_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "id", name=op.f("pk_party")),
    )
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_name"), ["name"], unique=False)

    op.create_table(
        "attribution",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("parent", sa.String(length=16), nullable=True),
        sa.Column("party", sa.String(length=16), nullable=True),
        sa.Column("hearer_party", sa.String(length=16), nullable=True),
        sa.Column("quote", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("act", sa.String(length=10), nullable=False),
        sa.Column("polarity", sa.String(length=10), nullable=False),
        sa.Column("certainty", sa.String(length=10), nullable=False),
        sa.Column("story", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id", "hearer_party"],
            ["party.reading_id", "party.id"],
            name=op.f("fk_attribution_reading_id_hearer_party"),
        ),
        sa.ForeignKeyConstraint(
            ["reading_id", "parent"],
            ["attribution.reading_id", "attribution.id"],
            name=op.f("fk_attribution_reading_id_parent"),
        ),
        sa.ForeignKeyConstraint(
            ["reading_id", "party"], ["party.reading_id", "party.id"], name=op.f("fk_attribution_reading_id_party")
        ),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_attribution_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "id", name=op.f("pk_attribution")),
    )
    with op.batch_alter_table("attribution", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attribution_act"), ["act"], unique=False)

    op.create_table(
        "claim",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.String(length=16), nullable=True),
        sa.Column("event", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id", "attribution"],
            ["attribution.reading_id", "attribution.id"],
            name=op.f("fk_claim_reading_id_attribution"),
        ),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_claim_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "id", name=op.f("pk_claim")),
    )
    op.create_table(
        "span",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id", "attribution"],
            ["attribution.reading_id", "attribution.id"],
            name=op.f("fk_span_reading_id_attribution"),
        ),
        sa.PrimaryKeyConstraint("reading_id", "attribution", "role", "start", name=op.f("pk_span")),
    )


def downgrade() -> None:
    raise NotImplementedError("a ledger is not taken back to an older version; restore a backup")
