package rubicon.simulator;

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
                    .importPackages("rubicon.simulator");

    @Test
    void scenariosAreMathematicsWithoutAFramework() {
        classes()
                .that()
                .resideInAPackage("rubicon.simulator.scenario..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "rubicon.simulator.scenario..",
                        "rubicon.model..",
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "org.hipparchus..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void scenariosReadNeitherClockNorChance() {
        noClasses()
                .that()
                .resideInAPackage("rubicon.simulator.scenario..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.random..")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("rubicon.simulator.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
