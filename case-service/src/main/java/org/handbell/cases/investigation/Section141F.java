package org.handbell.cases.investigation;

import java.util.EnumSet;
import java.util.Set;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.CaseType;
import org.handbell.cases.people.Role;

/// The law that keeps a teacher's name out of the public while a pupil's allegation is looked into.
public final class Section141F {

    /// What pages and bundles of such a case say.
    public static final String WORDS =
            "Education Act 2002, section 141F: to publish anything that may identify this teacher"
                    + " may be an offence.";

    private static final Set<Role> MAY_TEACH =
            EnumSet.of(
                    Role.TEACHER,
                    Role.SUPPLY,
                    Role.HEAD,
                    Role.EXECUTIVE_HEAD,
                    Role.DSL,
                    Role.DEPUTY_DSL);

    private Section141F() {}

    /// Whether it may apply: an allegation against somebody who may be a teacher.
    public static boolean mayCover(Case about) {
        return about.type() == CaseType.ALLEGATION
                && MAY_TEACH.contains(about.matter().subjectRole());
    }
}
