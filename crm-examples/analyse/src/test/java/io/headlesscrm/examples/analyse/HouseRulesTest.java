package io.headlesscrm.examples.analyse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;

/** The rules of the house, over all modules: this program is the one place that sees them all. */
@AnalyzeClasses(packages = "io.headlesscrm", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String[] LIBRARY = {
    "io.headlesscrm.core..", "io.headlesscrm.segmentation..", "io.headlesscrm.churn.."
  };

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.headlesscrm.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule modulesPointOneWay = noClasses()
      .that()
      .resideInAPackage("io.headlesscrm.core..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "io.headlesscrm.segmentation..", "io.headlesscrm.churn..", "io.headlesscrm.examples..");

  @ArchTest
  static final ArchRule segmentationDoesNotKnowChurn = noClasses()
      .that()
      .resideInAPackage("io.headlesscrm.segmentation..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.headlesscrm.churn..");

  @ArchTest
  static final ArchRule churnDoesNotKnowSegmentation = noClasses()
      .that()
      .resideInAPackage("io.headlesscrm.churn..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.headlesscrm.segmentation..");

  @ArchTest
  static final ArchRule aParentNeverNamesItsChild = classes().should(notNameAChildPackage());

  @ArchTest
  static final ArchRule internalIsALeaf = noClasses()
      .that()
      .resideInAPackage("..internal..")
      .should()
      .dependOnClassesThat(
          resideInAPackage("io.headlesscrm..").and(resideOutsideOfPackages("..internal..")));

  @ArchTest
  static final ArchRule jacksonOnlyInJsonPackages = noClasses()
      .that(resideInAPackage("io.headlesscrm..").and(resideOutsideOfPackages("..json..")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule fastCsvOnlyInTheCsvPackage = noClasses()
      .that(resideInAnyPackage(LIBRARY)
          .and(resideOutsideOfPackages("io.headlesscrm.core.purchase.csv..")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("de.siegmar.fastcsv..");

  @ArchTest
  static final ArchRule hipparchusOnlyInChurnInternal = noClasses()
      .that(resideInAPackage("io.headlesscrm..")
          .and(resideOutsideOfPackages("io.headlesscrm.churn.internal..")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.hipparchus..")
      .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noForeignTypeInAPublicSignature =
      classes().that(resideInAnyPackage(LIBRARY)).should(notExposeForeignTypes());

  @ArchTest
  static final ArchRule noClockZoneLocaleOrRandomInside = classes()
      .that(resideInAnyPackage(LIBRARY))
      .should(never(callMethodWhere(describe(
          "asks the machine for time, zone, locale or randomness",
          HouseRulesTest::asksTheMachine))))
      .andShould(notMakeUnseededRandoms());

  @ArchTest
  static final ArchRule noHiddenThread = noClasses()
      .that(resideInAnyPackage(LIBRARY))
      .should()
      .callConstructorWhere(
          describe("starts a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
      .orShould()
      .dependOnClassesThat(describe(
          "hold threads",
          type -> type.isEquivalentTo(ForkJoinPool.class)
              || type.isEquivalentTo(Executors.class)
              || type.isEquivalentTo(Timer.class)));

  @ArchTest
  static final ArchRule noSystemOut = noClasses()
      .that(resideInAnyPackage(LIBRARY))
      .should()
      .dependOnClassesThat()
      .areAssignableTo(PrintStream.class);

  @ArchTest
  static final ArchRule namesSayWhatAThingIs = noClasses()
      .that()
      .resideInAPackage("io.headlesscrm..")
      .should()
      .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Service|DTO|Base(?<!CustomerBase))$");

  private static boolean asksTheMachine(JavaMethodCall call) {
    String name = call.getTarget().getName();
    boolean noArgument = call.getTarget().getRawParameterTypes().isEmpty();
    JavaClass owner = call.getTargetOwner();
    return (name.equals("now") && noArgument && owner.getPackageName().equals("java.time"))
        || name.equals("systemDefault")
        || (name.equals("currentTimeMillis") && owner.isEquivalentTo(System.class))
        || (name.equals("systemDefaultZone") && owner.isEquivalentTo(Clock.class))
        || (name.equals("getDefault")
            && (owner.isEquivalentTo(Locale.class) || owner.isEquivalentTo(TimeZone.class)))
        || (name.equals("systemDefault") && owner.isEquivalentTo(ZoneId.class))
        || (name.equals("random") && owner.isEquivalentTo(Math.class))
        || name.equals("commonPool")
        || name.equals("parallelStream")
        || (name.equals("parallel") && owner.getPackageName().equals("java.util.stream"))
        || (noArgument
            && Set.of("toLowerCase", "toUpperCase").contains(name)
            && owner.isEquivalentTo(String.class));
  }

  private static ArchCondition<JavaClass> notMakeUnseededRandoms() {
    return new ArchCondition<>("not make unseeded randoms") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
          if (call.getTargetOwner().isAssignableTo(Random.class)
              && call.getTarget().getRawParameterTypes().isEmpty()) {
            events.add(SimpleConditionEvent.violated(type, call.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> notNameAChildPackage() {
    return new ArchCondition<>("not name a child package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
          if (target.startsWith(type.getPackageName() + ".") && !isEntryOfAProgram(type)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The command line sits above its rooms; the rule is for the library, whose rooms hosts import one by one. */
  private static boolean isEntryOfAProgram(JavaClass type) {
    return type.getPackageName().startsWith("io.headlesscrm.examples");
  }

  private static ArchCondition<JavaClass> notExposeForeignTypes() {
    return new ArchCondition<>("expose no type of Guava, Jackson, FastCSV or Hipparchus") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
          type.getCodeUnits().stream()
              .filter(HouseRulesTest::isPromised)
              .forEach(unit -> unit.getAllInvolvedRawTypes().stream()
                  .filter(HouseRulesTest::isForeign)
                  .forEach(foreign -> events.add(SimpleConditionEvent.violated(
                      type, unit.getFullName() + " shows " + foreign.getName()))));
        }
      }
    };
  }

  private static boolean isPromised(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        || unit.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static boolean isForeign(JavaClass type) {
    return resideInAnyPackage(
            "com.google.common..", "tools.jackson..", "de.siegmar..", "org.hipparchus..")
        .test(type);
  }

  private static <T> DescribedPredicate<T> describe(String what, Predicate<T> predicate) {
    return DescribedPredicate.describe(what, predicate);
  }
}
