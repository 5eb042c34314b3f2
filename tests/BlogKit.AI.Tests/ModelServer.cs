using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using BlogKit.Testing;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AI.Tests;

/// <summary>
/// Speaks the chat-completions and embeddings protocol of OpenAI on a port of this machine. What the model "thinks" is up to the test.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private LoopbackServer _server = null!;

    private ModelServer()
    {
    }

    public Uri Address => new(_server.Address, "v1");

    public ConcurrentQueue<ChatCall> Chats { get; } = new();

    public ConcurrentQueue<EmbeddingCall> Embeddings { get; } = new();

    /// <summary>What the model answers; by default that everything is fine.</summary>
    public Func<ChatCall, string> Answer { get; set; } = call => Verdict(call.Nonce);

    public Func<string, float[]> Embed { get; set; } = WordsOf;

    /// <summary>Answers instead of the protocol; null leaves it to the protocol.</summary>
    public Func<HttpContext, CancellationToken, Task>? Fault { get; set; }

    /// <summary>Awaited before an answer is given.</summary>
    public Func<Task>? Before { get; set; }

    public int Tokens { get; set; } = 120;

    public bool TellsUsage { get; set; } = true;

    public string FinishReason { get; set; } = "stop";

    public ChatCall LastChat => Chats.Last();

    public static string Verdict(
        string nonce,
        string relation = "on-topic",
        double confidence = 0.9,
        string category = "none",
        double severity = 0,
        bool manipulation = false) =>
        new JsonObject
        {
            ["nonce"] = nonce,
            ["manipulation"] = manipulation,
            ["topic"] = new JsonObject { ["relation"] = relation, ["confidence"] = confidence },
            ["abuse"] = new JsonObject { ["category"] = category, ["severity"] = severity },
        }.ToJsonString();

    public static async Task<ModelServer> StartAsync()
    {
        var model = new ModelServer();
        model._server = await LoopbackServer.StartAsync(model.AnswerAsync);
        return model;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/v1/chat/completions":
                return CompleteAsync(context);
            case "/v1/embeddings":
                return EmbedAsync(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private async Task CompleteAsync(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var call = new ChatCall(body);
        Chats.Enqueue(call);
        if (Fault is not null)
        {
            await Fault(context, _server.Stopping);
            return;
        }

        await (Before?.Invoke() ?? Task.CompletedTask);
        var response = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1_700_000_000,
            ["model"] = call.Json["model"]!.GetValue<string>() + "-2026",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = Answer(call) },
                ["finish_reason"] = FinishReason,
            }),
        };
        if (TellsUsage)
        {
            response["usage"] = new JsonObject { ["prompt_tokens"] = Tokens - 20, ["completion_tokens"] = 20, ["total_tokens"] = Tokens };
        }

        await WriteAsync(context, response);
    }

    private async Task EmbedAsync(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var json = JsonNode.Parse(body)!;
        string[] inputs = json["input"] is JsonArray many
            ? [.. many.Select(i => i!.GetValue<string>())]
            : [json["input"]!.GetValue<string>()];
        Embeddings.Enqueue(new EmbeddingCall(body, json["model"]!.GetValue<string>(), inputs));
        if (Fault is not null)
        {
            await Fault(context, _server.Stopping);
            return;
        }

        var isBase64 = json["encoding_format"]?.GetValue<string>() is "base64";
        var data = new JsonArray();
        for (var i = 0; i < inputs.Length; i++)
        {
            var vector = Embed(inputs[i]);
            JsonNode embedding = isBase64
                ? JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)))
                : new JsonArray([.. vector.Select(v => JsonValue.Create(v))]);
            data.Add(new JsonObject { ["object"] = "embedding", ["index"] = i, ["embedding"] = embedding });
        }

        await WriteAsync(context, new JsonObject
        {
            ["object"] = "list",
            ["data"] = data,
            ["model"] = json["model"]!.GetValue<string>(),
            ["usage"] = new JsonObject { ["prompt_tokens"] = Tokens, ["total_tokens"] = Tokens },
        });
    }

    private static Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString());
    }

    /// <summary>A vector of which words a text has: texts with the same words point the same way.</summary>
    private static float[] WordsOf(string text)
    {
        var vector = new float[4096];
        foreach (var word in text.ToLowerInvariant()
            .Split([' ', '.', ',', '\n', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3))
        {
            vector[word.Aggregate(17u, (hash, letter) => hash * 31 + letter) % 4096]++;
        }

        return vector;
    }

    internal sealed record EmbeddingCall(string Body, string Model, string[] Inputs);
}
