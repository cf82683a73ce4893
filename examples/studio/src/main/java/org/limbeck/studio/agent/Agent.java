package org.limbeck.studio.agent;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** An assistant that answers with the help of models and knowledge bases. */
@Entity
@Table(name = "agent")
@Check(name = "ck_agent_status", constraints = "status IN ('draft', 'published', 'archived')")
public class Agent {
    @Id
    @Column(length = 36)
    protected String id = "";

    @Column(nullable = false, length = 100, unique = true)
    protected String name = "";

    @Column(columnDefinition = "text")
    protected @Nullable String description;

    @Column(nullable = false, precision = 3, scale = 2)
    @ColumnDefault("0.7")
    protected BigDecimal temperature = new BigDecimal("0.7");

    @Column(nullable = false, length = 20)
    @ColumnDefault("'draft'")
    protected String status = "draft";

    @Column(name = "created_at", nullable = false)
    @ColumnDefault("CURRENT_TIMESTAMP")
    protected LocalDateTime createdAt = LocalDateTime.now(ZoneOffset.UTC);

    @OneToMany(mappedBy = "agent", cascade = CascadeType.ALL)
    protected List<AgentModel> models = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "agent_knowledge_base",
            joinColumns = @JoinColumn(name = "agent_id"),
            inverseJoinColumns = @JoinColumn(name = "knowledge_base_id"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    protected Set<KnowledgeBase> knowledgeBases = new HashSet<>();

    public String name() {
        return name;
    }
}
