package org.limbeck.studio.agent;

import java.time.LocalDateTime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A document of a knowledge base. */
@Entity
@Table(name = "document", indexes = @Index(columnList = "knowledge_base_id, title"))
public class Document {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    protected @Nullable Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "knowledge_base_id")
    protected @Nullable KnowledgeBase knowledgeBase;

    @Column(nullable = false, length = 200)
    protected String title = "";

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    protected @Nullable String content;

    @ColumnDefault("0")
    protected long bytes;

    @Column(name = "indexed_at")
    protected @Nullable LocalDateTime indexedAt;
}
