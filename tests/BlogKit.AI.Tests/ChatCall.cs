using System.Text.Json.Nodes;

namespace BlogKit.AI.Tests;

/// <summary>A request as it came over the wire, read as a model reads it.</summary>
internal sealed class ChatCall
{
    public ChatCall(string body)
    {
        Body = body;
        Json = JsonNode.Parse(body)!;
        Messages = [.. Json["messages"]!.AsArray().Select(m => (m!["role"]!.GetValue<string>(), TextOf(m["content"]!)))];
    }

    public string Body { get; }

    public JsonNode Json { get; }

    public (string Role, string Text)[] Messages { get; }

    public string System => Messages[0].Text;

    public string User => Messages[1].Text;

    public string Nonce
    {
        get
        {
            const string Before = "The code of this call is ";
            var start = System.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
            return System[start..System.IndexOf('.', start)];
        }
    }

    /// <summary>The one line between the edges.</summary>
    public string DataLine => User.Split('\n')[1];

    public JsonNode Data => JsonNode.Parse(DataLine)!;

    public string Comment => Data["comment"]!["text"]!.GetValue<string>();

    private static string TextOf(JsonNode content) =>
        content is JsonArray parts ? string.Concat(parts.Select(p => p!["text"]!.GetValue<string>())) : content.GetValue<string>();
}
