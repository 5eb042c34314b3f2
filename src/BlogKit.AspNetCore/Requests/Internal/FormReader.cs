using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads the forms that people send: this site's own, within the limits of their endpoint.</summary>
internal sealed class FormReader(IAntiforgery antiforgery)
{
    /// <summary>
    /// The form; null after it was answered why not. One that is one too many is given too: its handler says so beside what was typed.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="answers">Say why not.</param>
    /// <param name="backUrl">Where the answer leads.</param>
    /// <param name="typed">Finds what was typed, to give it back; null when nothing was.</param>
    public async Task<IFormCollection?> ReadAsync(
        BlogRequest request, IFormAnswers answers, string backUrl, Func<IFormCollection, string?>? typed = null)
    {
        var (form, status) = await RequestBody.ReadFormAsync(request.Http).ConfigureAwait(false);
        if (form is null)
        {
            await answers.UnreadableFormAsync(request, status, backUrl).ConfigureAwait(false);
            return null;
        }

        if (await Forms.IsOwnAsync(request.Http, antiforgery).ConfigureAwait(false))
        {
            return form;
        }

        await answers.ForeignFormAsync(request, backUrl, typed?.Invoke(form)).ConfigureAwait(false);
        return null;
    }

    /// <summary>The form; null after it was answered why not, as when it is one too many.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<IFormCollection?> ReadWithinLimitAsync(
        BlogRequest request, IFormAnswers answers, string backUrl, Func<IFormCollection, string?>? typed = null)
    {
        if (await ReadAsync(request, answers, backUrl, typed).ConfigureAwait(false) is not { } form)
        {
            return null;
        }

        if (LimitRefusal.Of(request.Http) is not { } refusal)
        {
            return form;
        }

        await answers.LimitedAsync(request, refusal, backUrl, typed?.Invoke(form)).ConfigureAwait(false);
        return null;
    }
}
