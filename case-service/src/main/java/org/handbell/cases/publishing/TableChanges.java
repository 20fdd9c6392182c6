package org.handbell.cases.publishing;

import java.util.Collection;
import org.handbell.contract.Topic;

/// Says that rows of a published table changed or went.
public interface TableChanges {

    /// To be called in the transaction of the change, with which it stands or falls. After the
    /// commit each row is published as it stands then.
    void changed(Topic<?> topic, Collection<String> keys);
}
