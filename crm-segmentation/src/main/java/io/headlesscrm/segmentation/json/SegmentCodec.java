package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.Segment;

/** A segment within a model. */
final class SegmentCodec {

  private SegmentCodec() {}

  static JsonDocument write(Segment segment) {
    return JsonDocument.builder()
        .put("code", segment.code())
        .put("name", segment.name())
        .put("chineseName", segment.chineseName())
        .put("rank", segment.rank())
        .build();
  }

  static Segment read(JsonDocument json) {
    return new Segment(
        json.text("code"), json.text("name"), json.text("chineseName"), Values.count(json, "rank"));
  }
}
