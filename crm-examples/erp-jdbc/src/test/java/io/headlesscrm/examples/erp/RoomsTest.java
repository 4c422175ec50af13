package io.headlesscrm.examples.erp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What hosts copy must not drag more along than it says. */
@AnalyzeClasses(
    packages = "io.headlesscrm.examples.erp",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("io.headlesscrm.examples.erp.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule schemaIsALeaf = classes()
      .that()
      .resideInAPackage("..erp.schema..")
      .should()
      .onlyDependOnClassesThat(
          resideInAnyPackage("..erp.schema..", "java..", "javax.sql..", "org.jspecify.."));

  @ArchTest
  static final ArchRule unitsDoNotKnowTables = noClasses()
      .that()
      .resideInAPackage("..erp.unit..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("..erp.table..", "..erp.schema..");

  @ArchTest
  static final ArchRule plainJdbcIsAllThereIs = classes()
      .should()
      .onlyDependOnClassesThat(
          resideInAnyPackage("io.headlesscrm..", "java..", "javax.sql..", "org.jspecify.."));
}
