package org.limbeck.hibernate.gallery;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Category {
    @Id
    @Column(length = 20)
    String code;

    @ManyToOne
    @JoinColumn(name = "parent_code", foreignKey = @ForeignKey(name = "FK_category_parent"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Category parent;

    @OneToMany(mappedBy = "parent")
    @OrderBy("code")
    List<Category> children;
}
