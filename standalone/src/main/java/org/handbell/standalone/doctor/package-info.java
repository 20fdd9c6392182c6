/// `./handbell doctor`: looks at everything it can reach and says what to do; `./handbell acls`:
/// prints what gives each user of the broker its rights.
@NullMarked
package org.handbell.standalone.doctor;

import org.jspecify.annotations.NullMarked;
