package org.limbeck.studio.agent;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** One run of a workflow. */
@Entity
@Table(name = "execution")
@Check(name = "ck_execution_state", constraints = "state IN ('waiting', 'running', 'done', 'failed')")
public class Execution {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    protected @Nullable Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "workflow_id", foreignKey = @ForeignKey(name = "fk_execution_workflow"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    protected @Nullable Workflow workflow;

    @Column(nullable = false, length = 20)
    @ColumnDefault("'waiting'")
    protected String state = "waiting";

    @Column(name = "started_at", nullable = false)
    @ColumnDefault("CURRENT_TIMESTAMP")
    protected LocalDateTime startedAt = LocalDateTime.now(ZoneOffset.UTC);

    @Column(name = "finished_at")
    protected @Nullable LocalDateTime finishedAt;

    @Column(columnDefinition = "text")
    protected @Nullable String error;

    @ColumnDefault("0")
    protected long tokens;
}
