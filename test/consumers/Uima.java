import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.ArrayFS;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Loads a cas-xmi dataset with Apache UIMA, strictly, and counts. Run by uima.py, which says how. */
public class Uima {
  public static void main(String[] args) throws Exception {
    Path dataset = Path.of(args[0]);
    var types = UIMAFramework.getXMLParser()
        .parseTypeSystemDescription(new XMLInputSource(dataset.resolve("TypeSystem.xml").toFile()));
    List<Path> files;
    try (Stream<Path> found = Files.walk(dataset)) {
      files = found.filter(file -> file.toString().endsWith(".xmi")).sorted().collect(Collectors.toList());
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : files) {
      CAS cas = CasCreationUtils.createCas(types, null, null);
      try (FileInputStream source = new FileInputStream(file.toFile())) {
        XmiCasDeserializer.deserialize(source, cas, false);
      }
      for (AnnotationFS annotation : cas.getAnnotationIndex()) {
        var type = annotation.getType();
        counts.merge(type.getShortName(), 1, Integer::sum);
        if (annotation.getEnd() > cas.getDocumentText().length())
          throw new IllegalStateException(file + ": outside the text: " + annotation);
        if (!type.getShortName().equals("Quotation")) continue;
        ArrayFS parts = (ArrayFS) annotation.getFeatureValue(type.getFeatureByBaseName("parts"));
        for (int i = 0; parts != null && i < parts.size(); i++) {
          FeatureStructure link = parts.get(i);
          counts.merge(link.getStringValue(link.getType().getFeatureByBaseName("role")), 1, Integer::sum);
          if (link.getFeatureValue(link.getType().getFeatureByBaseName("target")) == null)
            throw new IllegalStateException(file + ": a link without target");
        }
      }
    }
    System.out.printf(
        "{\"consumer\": \"Apache UIMA %s\", \"documents\": %d, \"entities\": %d, \"quotations\": %d, "
            + "\"boilerplate\": %d, \"relations\": %d, \"speakers\": %d, \"cues\": %d, \"lines\": %d, "
            + "\"sentences\": %d, \"tokens\": %d}%n",
        UIMAFramework.getVersionString(), files.size(), of(counts, "NamedEntity"), of(counts, "Quotation"),
        of(counts, "Boilerplate"), of(counts, "speaker") + of(counts, "cue"), of(counts, "speaker"),
        of(counts, "cue"), of(counts, "Line"), of(counts, "Sentence"), of(counts, "Token"));
  }

  private static int of(Map<String, Integer> counts, String name) {
    return counts.getOrDefault(name, 0);
  }
}
