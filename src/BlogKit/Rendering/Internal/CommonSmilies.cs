namespace BlogKit.Internal;

/// <summary>The text smilies that are known unless the options say otherwise.</summary>
internal static class CommonSmilies
{
    public static Dictionary<string, string> Create() => new(StringComparer.Ordinal)
    {
        [":)"] = "🙂",
        [":-)"] = "🙂",
        ["=)"] = "🙂",
        [":("] = "🙁",
        [":-("] = "🙁",
        [";)"] = "😉",
        [";-)"] = "😉",
        [":D"] = "😀",
        [":-D"] = "😀",
        ["=D"] = "😀",
        ["XD"] = "😆",
        [":P"] = "😛",
        [":-P"] = "😛",
        [":p"] = "😛",
        [":-p"] = "😛",
        [":O"] = "😮",
        [":-O"] = "😮",
        [":o"] = "😮",
        [":-o"] = "😮",
        [":|"] = "😐",
        [":-|"] = "😐",
        [":/"] = "😕",
        [":-/"] = "😕",
        [":'("] = "😢",
        [":'-("] = "😢",
        [":*"] = "😘",
        [":-*"] = "😘",
        ["8-)"] = "😎",
        ["<3"] = "❤️",
        ["</3"] = "💔",
        ["^_^"] = "😊",
    };
}
