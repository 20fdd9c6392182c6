/// What the channels that speak HTTP have in common.
@NullMarked
package org.handbell.notification.notify.web;

import org.jspecify.annotations.NullMarked;
