package rubicon.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("rubicon.ingest");

    @Test
    void featuresFormNoCycle() {
        slices().matching("rubicon.ingest.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void thePlatformKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("rubicon.ingest.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "rubicon.ingest.alert..",
                        "rubicon.ingest.catalogue..",
                        "rubicon.ingest.chronicle..",
                        "rubicon.ingest.computed..",
                        "rubicon.ingest.discrepancy..",
                        "rubicon.ingest.evalrun..",
                        "rubicon.ingest.indicator..",
                        "rubicon.ingest.intake..",
                        "rubicon.ingest.ledger..",
                        "rubicon.ingest.outbox..",
                        "rubicon.ingest.release..",
                        "rubicon.ingest.rule..",
                        "rubicon.ingest.source..")
                .check(CLASSES);
    }

    @Test
    void entitiesAndRepositoriesNeverLeaveTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .or()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void connectorsAreFreeOfTheFramework() {
        noClasses()
                .that()
                .resideInAPackage("rubicon.ingest.source.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "java.net.http..",
                        "java.sql..",
                        "org.apache.kafka..",
                        "org.jboss..",
                        "rubicon.ingest.intake..",
                        "rubicon.ingest.platform..")
                .check(CLASSES);
    }

    @Test
    void sourcesReachTheLedgerOnlyThroughTheIntake() {
        noClasses()
                .that()
                .resideInAPackage("rubicon.ingest.source..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "rubicon.ingest.alert..",
                        "rubicon.ingest.catalogue..",
                        "rubicon.ingest.chronicle..",
                        "rubicon.ingest.evalrun..",
                        "rubicon.ingest.indicator..",
                        "rubicon.ingest.ledger..",
                        "rubicon.ingest.outbox..",
                        "rubicon.ingest.release..",
                        "rubicon.ingest.rule..")
                .check(CLASSES);
    }
}
