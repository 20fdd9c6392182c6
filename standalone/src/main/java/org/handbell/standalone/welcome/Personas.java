package org.handbell.standalone.welcome;

import java.util.List;

/// Who a visitor can be in one click.
final class Personas {

    private Personas() {}

    static List<Persona> all() {
        return List.of(
                new Persona(
                        "st-03",
                        "Peter Lindley",
                        "Safeguarding lead, Hollinbeck High",
                        "Is told of what may put a child at risk, and looks first."),
                new Persona(
                        "st-02",
                        "Amara Whitcombe",
                        "Head of School, Hollinbeck High",
                        "Decides on conduct. Does not see the case about herself."),
                new Persona(
                        "st-01",
                        "Ruth Calloway",
                        "Executive Head of the trust",
                        "Stands in where a Head cannot decide."),
                new Persona(
                        "st-09",
                        "Callum Birch",
                        "Teacher, and creator of the staff runners' group",
                        "Looks after a group, and is the subject of a case."),
                new Persona(
                        "st-08",
                        "Shreya Pillai",
                        "Teacher",
                        "Sees what is collected about her, and no case."),
                new Persona(
                        "op-01",
                        "Sam Verity",
                        "Operator",
                        "Sees figures and dead letters, and nobody's posts."));
    }

    /// @param person id in the invented trust
    record Persona(String person, String name, String role, String what) {}
}
