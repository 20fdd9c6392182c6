/// What needs somebody: takes the events of `alerts.v1`, each once.
@NullMarked
package org.handbell.notification.alert;

import org.jspecify.annotations.NullMarked;
