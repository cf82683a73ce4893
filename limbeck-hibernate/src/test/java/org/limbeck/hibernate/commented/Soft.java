package org.limbeck.hibernate.commented;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;

@Entity
@SoftDelete
class Soft {
    @Id
    long id;

    String name;
}
