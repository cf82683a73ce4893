package org.limbeck.studio.agent;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** A model that an agent may use, and when it is its turn. */
@Entity
@Table(name = "agent_model")
@IdClass(AgentModel.Turn.class)
public class AgentModel {
    @Id
    @ManyToOne(optional = false)
    @JoinColumn(name = "agent_id", columnDefinition = "varchar(36)")
    @OnDelete(action = OnDeleteAction.CASCADE)
    protected @Nullable Agent agent;

    @Id
    @ColumnDefault("1")
    protected int priority = 1;

    @Column(nullable = false, length = 60)
    protected String provider = "";

    @Column(nullable = false, length = 120)
    protected String model = "";

    /** Which agent, and in which order its models are asked. */
    public record Turn(String agent, int priority) implements Serializable {}
}
