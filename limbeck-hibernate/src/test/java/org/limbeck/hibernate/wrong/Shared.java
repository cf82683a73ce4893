package org.limbeck.hibernate.wrong;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "\"alike\"")
class Shared {
    @Id
    long id;
}
