package org.limbeck.env;

/**
 * A variable whose value differs between the operator and the template.
 *
 * @param current the operator's effective value
 * @param template the template's effective value
 */
public record Change(String name, String current, String template, Kind kind) {

    static Change of(String name, String current, String template) {
        return new Change(name, current, template, Kind.of(current, template));
    }

    /** Never the values: they may be secrets. */
    @Override
    public String toString() {
        return name + " " + kind.text();
    }
}
