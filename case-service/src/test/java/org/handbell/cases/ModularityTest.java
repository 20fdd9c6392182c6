package org.handbell.cases;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void noFeatureReachesIntoAnotherAndNoneGoesRoundInCircles() {
        ApplicationModules.of(CaseApplication.class).verify();
    }
}
