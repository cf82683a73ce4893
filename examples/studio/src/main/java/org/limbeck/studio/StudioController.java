package org.limbeck.studio;

import java.util.List;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.limbeck.studio.agent.Agent;

/** What is in the two databases. */
@RestController
class StudioController {
    private final EntityManager agents;
    private final JdbcClient ops;

    StudioController(EntityManager agents, JdbcClient ops) {
        this.agents = agents;
        this.ops = ops;
    }

    @GetMapping("/agents")
    List<String> agents() {
        return agents.createQuery("SELECT a FROM Agent a ORDER BY a.name", Agent.class).getResultList().stream()
                .map(Agent::name)
                .toList();
    }

    @GetMapping("/templates")
    List<String> templates() {
        return ops.sql("SELECT name FROM prompt_template ORDER BY name")
                .query(String.class)
                .list();
    }
}
