package org.limbeck.studio.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Steps that an agent does. */
@Entity
@Table(name = "workflow", uniqueConstraints = @UniqueConstraint(columnNames = {"agent_id", "name", "version"}))
public class Workflow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    protected @Nullable Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "agent_id")
    @OnDelete(action = OnDeleteAction.CASCADE)
    protected @Nullable Agent agent;

    @Column(nullable = false, length = 100)
    protected String name = "";

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    protected String definition = "{}";

    @ColumnDefault("1")
    protected int version = 1;

    /** Hibernate's own choice on MySQL is BIT. */
    @Column(nullable = false, columnDefinition = "boolean")
    @ColumnDefault("true")
    protected boolean enabled = true;
}
