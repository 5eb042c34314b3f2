using System.Net;
using System.Text;
using BlogKit.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit;

/// <summary>
/// Calls Akismet's REST API, version 1.1. A fault is told in the answer; only the cancellation of the caller's token is thrown. What goes
/// wrong is told in the answer; only the cancellation of the caller's token is thrown. Redirections are not followed and no more than 1 KB
/// of an answer is read. Safe for concurrent use.
/// </summary>
public sealed class AkismetClient
{
    /// <summary>The name of the <see cref="HttpClient"/> that is used, for a host that wants to configure its handlers.</summary>
    public const string HttpClientName = "BlogKit.Akismet";

    private const int MaximumAnswer = 1024;
    private const int MaximumHeader = 200;

    private static readonly string s_version = typeof(AkismetClient).Assembly.GetName().Version?.ToString(3) ?? "0";
    private static readonly string s_userAgent = $"BlogKit/{s_version} | Akismet/{s_version}";

    private readonly IHttpClientFactory _clients;
    private readonly AkismetOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<AkismetClient> _logger;

    /// <summary>Creates the client; the container does it.</summary>
    public AkismetClient(IHttpClientFactory clients, IOptions<AkismetOptions> options, TimeProvider clock, ILogger<AkismetClient> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _clients = clients;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>
    /// Asks whether the key is valid for the front page of the options. The fault of the answer is <see cref="AkismetFault.None"/> when it
    /// is.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<AkismetAnswer> VerifyKeyAsync(CancellationToken cancellationToken = default) =>
        SendAsync("verify-key", AkismetForm.Start(_options, _options.Blog!), ReadKeyState, cancellationToken);

    /// <summary>Asks whether a comment is spam.</summary>
    /// <param name="submission">The comment.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<AkismetAnswer> CheckAsync(AkismetSubmission submission, CancellationToken cancellationToken = default) =>
        SendAsync("comment-check", Form(submission), ReadVerdict, cancellationToken);

    /// <summary>Reports spam that was let through.</summary>
    /// <param name="submission">The comment, as it was when it was checked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<AkismetAnswer> SubmitSpamAsync(AkismetSubmission submission, CancellationToken cancellationToken = default) =>
        SendAsync("submit-spam", Form(submission), ReadThanks, cancellationToken);

    /// <summary>Reports a comment that was taken for spam and is not.</summary>
    /// <param name="submission">The comment, as it was when it was checked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<AkismetAnswer> SubmitHamAsync(AkismetSubmission submission, CancellationToken cancellationToken = default) =>
        SendAsync("submit-ham", Form(submission), ReadThanks, cancellationToken);

    private static AkismetAnswer ReadVerdict(string text, HttpResponseMessage response) => text switch
    {
        "true" when Header(response, "X-akismet-pro-tip") is "discard" => new() { Verdict = AkismetVerdict.BlatantSpam },
        "true" => new() { Verdict = AkismetVerdict.Spam },
        "false" => new() { Verdict = AkismetVerdict.Ham },
        _ => ReadFault(text, response),
    };

    private static AkismetAnswer ReadKeyState(string text, HttpResponseMessage response) => text switch
    {
        "valid" => new(),
        "invalid" => new() { Fault = AkismetFault.InvalidKey },
        _ => ReadFault(text, response),
    };

    private static AkismetAnswer ReadThanks(string text, HttpResponseMessage response) =>
        text.StartsWith("Thanks", StringComparison.OrdinalIgnoreCase) ? new() : ReadFault(text, response);

    // "invalid" says both: the key, or anything else that is missing. Only the help tells them apart.
    private static AkismetAnswer ReadFault(string text, HttpResponseMessage response) => text.ToLowerInvariant() switch
    {
        "invalid" when Header(response, "X-akismet-debug-help") is { } help && !help.Contains("key", StringComparison.OrdinalIgnoreCase) =>
            new() { Fault = AkismetFault.InvalidRequest },
        "invalid" or "invalid key" => new() { Fault = AkismetFault.InvalidKey },
        _ => new() { Fault = AkismetFault.Unreadable },
    };

    private static AkismetFault FaultOf(HttpStatusCode status) => (int)status switch
    {
        200 => AkismetFault.None,
        429 => AkismetFault.LimitReached,
        >= 500 => AkismetFault.Unavailable,
        _ => AkismetFault.Refused,
    };

    private static string? Header(HttpResponseMessage response, string name)
    {
        if (!response.Headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        var line = new StringBuilder();
        foreach (var character in string.Join(' ', values).AsSpan().Trim())
        {
            if (line.Length == MaximumHeader)
            {
                break;
            }

            line.Append(char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character);
        }

        return line.Length == 0 ? null : line.ToString();
    }

    /// <summary>The text of an answer; null when it is longer than any answer of the protocol.</summary>
    private static async Task<string?> ReadTextAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaximumAnswer + 1];
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var length = await stream.ReadAtLeastAsync(
                buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return length > MaximumAnswer ? null : Encoding.UTF8.GetString(buffer, 0, length).Trim();
        }
    }

    private List<KeyValuePair<string, string>> Form(AkismetSubmission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return AkismetForm.Write(submission, _options);
    }

    private async Task<AkismetAnswer> SendAsync(
        string call,
        List<KeyValuePair<string, string>> form,
        Func<string, HttpResponseMessage, AkismetAnswer> read,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timeout = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var answer = await ExchangeAsync(call, form, read, either.Token).ConfigureAwait(false);
            if (answer.Fault is not AkismetFault.None)
            {
                AkismetLog.CallFailed(_logger, call, answer.Fault, answer.Help, null);
            }

            if (answer.AlertCode is not null || answer.AlertMessage is not null)
            {
                AkismetLog.Alerted(_logger, answer.AlertCode, answer.AlertMessage);
            }

            return answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException canceled)
        {
            return Failed(call, AkismetFault.Timeout, canceled);
        }
#pragma warning disable CA1031 // a host's own message handlers may throw anything, and a fault must not lose the comment
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Failed(call, AkismetFault.Unavailable, fault);
        }
    }

    private async Task<AkismetAnswer> ExchangeAsync(
        string call,
        List<KeyValuePair<string, string>> form,
        Func<string, HttpResponseMessage, AkismetAnswer> read,
        CancellationToken cancellationToken)
    {
        using var client = _clients.CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_options.Endpoint.AbsoluteUri.TrimEnd('/')}/{call}");
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.TryAddWithoutValidation("User-Agent", s_userAgent);
        using var response = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var answer = FaultOf(response.StatusCode) is var fault && fault is not AkismetFault.None ? new() { Fault = fault }
            : await ReadTextAsync(response, cancellationToken).ConfigureAwait(false) is { } text ? read(text, response)
            : new AkismetAnswer { Fault = AkismetFault.Unreadable };
        return answer with
        {
            Help = Header(response, "X-akismet-debug-help"),
            AlertCode = Header(response, "X-akismet-alert-code"),
            AlertMessage = Header(response, "X-akismet-alert-msg"),
        };
    }

    private AkismetAnswer Failed(string call, AkismetFault fault, Exception exception)
    {
        AkismetLog.CallFailed(_logger, call, fault, null, exception);
        return new() { Fault = fault };
    }
}
