package org.limbeck.hibernate.wrong;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "\"Alike\"")
class Alike2 {
    @Id
    long id;
}
