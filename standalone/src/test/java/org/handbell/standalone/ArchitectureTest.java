package org.handbell.standalone;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.handbell.test.HouseRules;

/// Here all services are on one class path: none may have found a back door to another.
@AnalyzeClasses(
        packages = {
            "org.handbell.standalone",
            "org.handbell.ingest",
            "org.handbell.analysis",
            "org.handbell.cases",
            "org.handbell.notification"
        },
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);
}
