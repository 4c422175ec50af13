package io.headlesscrm.churn;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The rules of the house that bytecode shows. */
@AnalyzeClasses(packages = "io.headlesscrm.churn", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.headlesscrm.churn.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule JACKSON_IN_JSON_ONLY = noClasses()
      .that()
      .resideOutsideOfPackage("..json")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "tools.jackson..", "io.headlesscrm.core.json", "io.headlesscrm.churn.json");

  @ArchTest
  static final ArchRule INTERNAL_IS_A_LEAF = noClasses()
      .that()
      .resideInAPackage("..internal..")
      .should()
      .dependOnClassesThat(
          resideInAPackage("io.headlesscrm..").and(resideOutsideOfPackage("..internal..")));

  @ArchTest
  static void parentsDoNotNameTheirChildren(JavaClasses classes) {
    ArchRuleDefinition.classes().should(notNameAChildPackage()).check(classes);
  }

  private static ArchCondition<JavaClass> notNameAChildPackage() {
    return new ArchCondition<>("not name a class of a package below") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> dependency
                .getTargetClass()
                .getPackageName()
                .startsWith(type.getPackageName() + "."))
            .forEach(dependency ->
                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
      }
    };
  }
}
