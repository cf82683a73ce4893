package org.limbeck.studio.ops;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a template was at a time. */
@Entity
@Table(name = "prompt_version")
public class PromptVersion {
    @EmbeddedId
    protected Key key = new Key(0, 1);

    @MapsId("templateId")
    @ManyToOne(optional = false)
    @JoinColumn(name = "template_id", foreignKey = @ForeignKey(name = "fk_prompt_version_template"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    protected @Nullable PromptTemplate template;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    protected String body = "";

    @Column(name = "saved_at", nullable = false)
    @ColumnDefault("CURRENT_TIMESTAMP")
    protected LocalDateTime savedAt = LocalDateTime.now(ZoneOffset.UTC);

    /** Which template, and which version of it. */
    @Embeddable
    public record Key(@Column(name = "template_id") long templateId, int version) implements Serializable {}
}
