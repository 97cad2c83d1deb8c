package rubicon.ingest.source.swebench;

import java.util.Map;

/// Folders of entries that were renamed, result and all, and what they are called now. The folder
/// is the key of an entry, so a rename would else be a new result.
final class Folders {
    private static final Map<String, String> RENAMED =
            Map.of(
                    "20250802_mini-v1.0.0_Qwen3-Coder-480B-A35B-Instruct",
                    "20250802_mini-v1.0.0_qwen3-coder-480b-a35b-instruct",
                    "20250803_mini-v1.0.0_Qwen2.5-Coder-32B-Instruct",
                    "20250803_mini-v1.0.0_qwen2-5-coder-32b-instruct",
                    "20250807_mini-v1.7.0_Kimi-K2-Instruct",
                    "20250807_mini-v1.7.0_kimi-k2-instruct",
                    "20250807_mini-v1.7.0_gpt-5-2025-08-07",
                    "20250807_mini-v1.7.0_gpt-5",
                    "20250807_mini-v1.7.0_gpt-5-mini-2025-08-07",
                    "20250807_mini-v1.7.0_gpt-5-mini",
                    "20250807_mini-v1.7.0_gpt-5-nano-2025-08-07",
                    "20250807_mini-v1.7.0_gpt-5-nano");

    private Folders() {}

    /// What the folder is called now.
    static String newest(String folder) {
        return RENAMED.getOrDefault(folder, folder);
    }
}
