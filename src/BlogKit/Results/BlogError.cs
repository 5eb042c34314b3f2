using System.Globalization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>An expected failure: the rule that was broken, with its field, numbers and names. Immutable; equal when all of it is.</summary>
public sealed record BlogError
{
    /// <summary>The kind of failure.</summary>
    public required ErrorKind Kind { get; init; }

    /// <summary>A stable kebab-case code for programs, one of <see cref="ErrorCodes"/> or a policy's own.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// The sentence for people, in English, with the names of arguments in braces:
    /// <c>{field} has {length} characters; at most {max} are allowed.</c>
    /// </summary>
    public required string Template { get; init; }

    /// <summary>
    /// The input property that broke the rule, which <c>{field}</c> stands for in a template; null when no single one did.
    /// </summary>
    public string? Field { get; init; }

    /// <summary>
    /// The values that the template names in braces, and perhaps more that help in another language. Empty when there is nothing.
    /// </summary>
    public ErrorArguments Arguments { get; init; } = ErrorArguments.None;

    /// <summary>
    /// The template with its arguments, for people who read English. Numbers and times are written in the invariant culture.
    /// </summary>
    public string Message => Format(Template, CultureInfo.InvariantCulture);

    /// <summary>Creates an error whose message is made of its arguments, so that the two cannot disagree.</summary>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="code">One of <see cref="ErrorCodes"/>, or a code of your own.</param>
    /// <param name="template">
    /// A constant sentence in English with the names of arguments in braces; nothing is put into it but by them.
    /// </param>
    /// <param name="field">The input property, <c>{field}</c> in the template; null when it is no single one.</param>
    /// <param name="arguments">The arguments, such as <c>("max", 10_000)</c>.</param>
    /// <exception cref="ArgumentException">Two arguments have one name, or one is called "field".</exception>
    public static BlogError Of(
        ErrorKind kind, string code, string template, string? field = null, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(template);
        return new()
        {
            Kind = kind,
            Code = code,
            Template = template,
            Field = field,
            Arguments = arguments.IsEmpty ? ErrorArguments.None : new(arguments),
        };
    }

    /// <summary>
    /// Returns the error in other words: fills a template with the arguments. A name in braces that is none of them stays as it is.
    /// </summary>
    /// <param name="template">The words, such as <c>{field} darf höchstens {max} Zeichen haben.</c></param>
    /// <param name="provider">How numbers and times are written; null for the current culture.</param>
    public string Format(string template, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(template);
        return ErrorTemplate.Fill(template, Field, Arguments, provider);
    }
}
