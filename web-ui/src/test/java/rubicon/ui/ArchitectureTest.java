package rubicon.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("rubicon.ui");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("rubicon.ui.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void feedsAndClientsKnowNoComponent() {
        noClasses()
                .that()
                .resideInAnyPackage("rubicon.ui.live..", "rubicon.ui.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin.flow.component..", "com.vaadin.flow.router..")
                .check(CLASSES);
    }

    @Test
    void theFrameKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage("rubicon.ui.shell..", "rubicon.ui.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "rubicon.ui.overview..",
                        "rubicon.ui.indicator..",
                        "rubicon.ui.alert..",
                        "rubicon.ui.automation..",
                        "rubicon.ui.discrepancy..",
                        "rubicon.ui.simulator..",
                        "rubicon.ui.level..",
                        "rubicon.ui.source..",
                        "rubicon.ui.deadletter..",
                        "rubicon.ui.chronicle..",
                        "rubicon.ui.milestone..",
                        "rubicon.ui.policy..",
                        "rubicon.ui.forecast..",
                        "rubicon.ui.about..",
                        "rubicon.ui.login..")
                .check(CLASSES);
    }

    @Test
    void onlyTheFeedsSpeakKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("rubicon.ui.live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void nobodyUsesACommercialComponent() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin.flow.component.charts..",
                        "com.vaadin.flow.component.board..",
                        "com.vaadin.flow.component.dashboard..",
                        "com.vaadin.flow.component.gridpro..",
                        "com.vaadin.flow.component.crud..",
                        "com.vaadin.flow.component.map..")
                .check(CLASSES);
    }
}
