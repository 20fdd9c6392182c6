package org.handbell.cases.conflict;

import java.util.Set;

/// Who is family of whom among the people at the desk.
public interface Relatives {

    /// Person ids of those who are family of this person; never the person themselves.
    Set<String> of(String personId);
}
