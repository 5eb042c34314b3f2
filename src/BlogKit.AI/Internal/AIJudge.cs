using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BlogKit.Moderation;
using Microsoft.Extensions.AI;

namespace BlogKit.Internal;

/// <summary>
/// Asks a model about a comment, once: whoever asks about the same comment gets the same answer. Safe for concurrent use.
/// </summary>
internal sealed class AIJudge
{
    private readonly IChatClient _client;
    private readonly AIModerationOptions _options;
    private readonly AIGate _gate;
    private readonly AICache _cache;
    private readonly AIPrompt _prompt;
    private readonly Func<string> _newNonce;
    private readonly SharedCalls<AIResult<AIVerdict>> _calls = new();

    public AIJudge(IChatClient client, AIModerationOptions options, AIGate gate, AICache cache, Func<string>? newNonce = null)
    {
        _client = client;
        _options = options;
        _gate = gate;
        _cache = cache;
        _prompt = new AIPrompt(options);
        _newNonce = newNonce ?? (static () => RandomNumberGenerator.GetHexString(32, lowercase: true));
        Model = options.Model ?? (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? "default";
        Version = $"{AIPrompt.Version}/{Model}/{AIDigest.Of(
            options.Guidelines,
            options.Temperature?.ToString(CultureInfo.InvariantCulture),
            options.Topic.Enabled.ToString(),
            options.Abuse.Enabled.ToString(),
            options.MaximumCommentLength.ToString(CultureInfo.InvariantCulture),
            options.MaximumContextLength.ToString(CultureInfo.InvariantCulture))[..8]}";
    }

    /// <summary>The model that is asked for.</summary>
    public string Model { get; }

    /// <summary>Another text when the same comment may get another verdict: instructions, model, and what is shown to it.</summary>
    public string Version { get; }

    /// <summary>The verdict about a comment, or why there is none.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<AIResult<AIVerdict>> JudgeAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var data = AIPrompt.Data(_prompt.Exhibit(context));
        var key = Key(context, data);
        return _cache.TryGet(key, out AIResult<AIVerdict>? kept)
            ? kept
            : await _calls.RunAsync(key, token => AskAsync(key, data, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a policy finds in the verdict, or the finding that there is none.</summary>
    public async ValueTask<ModerationFinding?> FindAsync(
        ModerationContext context, Func<ModerationContext, AIVerdict, ModerationFinding?> find, CancellationToken cancellationToken)
    {
        var result = await JudgeAsync(context, cancellationToken).ConfigureAwait(false);
        return result.Value is { } verdict ? find(context, verdict) : AIFindings.Failed(result.Fault, _options);
    }

    /// <summary>Another text when a policy may find something else in the verdicts.</summary>
    public string VersionOf(double objectAt, ModerationOutcome outcome) =>
        FormattableString.Invariant($"{Version}/{objectAt}/{outcome}/{_options.OnFailure}/{_options.OnBudgetExhausted}");

    private async Task<AIResult<AIVerdict>> AskAsync(string key, string data, CancellationToken cancellationToken)
    {
        if (_cache.TryGet(key, out AIResult<AIVerdict>? kept))
        {
            return kept;
        }

        var nonce = _newNonce();
        ChatMessage[] messages = [new(ChatRole.System, _prompt.System(nonce)), new(ChatRole.User, AIPrompt.User(data, nonce))];
        var estimate = messages.Sum(static m => Encoding.UTF8.GetByteCount(m.Text)) / 3 + _options.MaximumOutputTokens;
        var result = await _gate.CallAsync(estimate, token => CallAsync(messages, nonce, token), cancellationToken).ConfigureAwait(false);
        if (result.Fault is AIFault.None)
        {
            _cache.Keep(key, result, size: 0);
        }
        else if (result.Fault is not AIFault.BudgetExhausted)
        {
            _cache.KeepFault(key, result);
        }

        return result;
    }

    private async Task<(AIResult<AIVerdict> Result, long? Tokens)> CallAsync(
        ChatMessage[] messages, string nonce, CancellationToken cancellationToken)
    {
        var options = new ChatOptions
        {
            ModelId = _options.Model,
            Temperature = (float?)_options.Temperature,
            MaxOutputTokens = _options.MaximumOutputTokens,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(_prompt.Schema, "comment_judgement", "What a comment is."),
        };
        var response = await _client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var tokens = response.Usage?.TotalTokenCount ?? response.Usage?.InputTokenCount + response.Usage?.OutputTokenCount;
        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            return (AIResult<AIVerdict>.Failed(AIFault.Refused), tokens);
        }

        var verdict = AIVerdictReader.Read(response.Text, nonce, _options.Topic.Enabled, _options.Abuse.Enabled, response.ModelId ?? Model);
        return (verdict is null ? AIResult<AIVerdict>.Failed(AIFault.InvalidAnswer) : AIResult<AIVerdict>.Of(verdict), tokens);
    }

    // The data holds what is sent of the comment, what it answers, and the post.
    private string Key(ModerationContext context, string data) => "chat:" + AIDigest.Of(
        Version, context.Post.Id.ToString(), context.Facts.Post?.Version.ToString(CultureInfo.InvariantCulture), data);
}
