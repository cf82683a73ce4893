package org.limbeck.hibernate.commented;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Comment;

@Entity
@Comment("things with comments")
class Commented {
    @Id
    @Comment("the key")
    long id;

    @Comment("a \"name\" of many")
    String name;
}
