/// People and what the trust knows of them: staff, governors, pupils, suppliers, terms.
@NullMarked
package org.handbell.cases.people;

import org.jspecify.annotations.NullMarked;
