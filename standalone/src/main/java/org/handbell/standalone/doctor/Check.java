package org.handbell.standalone.doctor;

import java.util.List;

/// Looks at one part.
interface Check {

    List<Diagnosis> look();
}
