package org.limbeck.studio.agent;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/** Documents that agents look things up in. */
@Entity
@Table(name = "knowledge_base")
@Check(name = "ck_knowledge_base_dimension", constraints = "dimension > 0")
public class KnowledgeBase {
    @Id
    @Column(length = 36)
    protected String id = "";

    @Column(nullable = false, length = 100)
    protected String name = "";

    @Column(nullable = false, length = 120)
    @Comment("the collection in the vector store")
    protected String collection = "";

    @ColumnDefault("1536")
    protected int dimension = 1536;

    @Column(name = "created_at", nullable = false)
    @ColumnDefault("CURRENT_TIMESTAMP")
    protected LocalDateTime createdAt = LocalDateTime.now(ZoneOffset.UTC);
}
