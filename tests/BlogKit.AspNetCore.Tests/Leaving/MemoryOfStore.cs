using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Everything that the in-memory store knows: taken, put back, and told apart. Its state is one immutable object.</summary>
internal sealed partial class MemoryOfStore(object store)
{
    private const int Deepest = 30;
    private static readonly FieldInfo State = Type.GetType(
        "BlogKit.InMemoryStore, BlogKit", throwOnError: true)!.GetField("_state", BindingFlags.NonPublic | BindingFlags.Instance)!;
    private readonly Dictionary<object, string> _texts = new(ReferenceEqualityComparer.Instance);

    public object Take() => State.GetValue(store)!;

    public void PutBack(object state) => State.SetValue(store, state);

    /// <summary>What is other than it was, part by part; nothing when all is as it was.</summary>
    public string ChangesSince(object before)
    {
        var now = Take();
        var text = new StringBuilder();
        foreach (var part in now.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (value, was) = (part.GetValue(now)!, part.GetValue(before)!);
            if (!ReferenceEquals(value, was) && Text(value) is var told && told != TextBefore(was))
            {
                text.Append(part.Name).Append(": ").AppendLine(told);
            }
        }

        // A guest without a cookie is somebody new each time, and a password has another salt.
        return Random().Replace(text.ToString(), "*");
    }

    private string TextBefore(object part) =>
        part is not IEnumerable ? Text(part) : _texts.TryGetValue(part, out var text) ? text : _texts[part] = Text(part);

    private static string Text(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        if (depth > Deepest)
        {
            throw new InvalidOperationException($"What the store holds leads back to itself: {value}");
        }

        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case RecordId:
                // Each record that is made has an identity of its own.
                text.Append('*');
                break;
            case string or Uri or Enum:
                text.Append(value);
                break;
            case DateTimeOffset moment:
                text.Append(moment.ToString("O", CultureInfo.InvariantCulture));
                break;
            case IFormattable plain:
                text.Append(plain.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IDictionary entries:
                text.Append('{').AppendJoin(", ", entries.Cast<object>().Select(Text).Order(StringComparer.Ordinal)).Append('}');
                break;
            case IEnumerable when value.GetType().GetProperty("IsDefault")?.GetValue(value) is true:
                text.Append('-');
                break;
            case IEnumerable items:
                text.Append('[').AppendJoin(", ", items.Cast<object>().Select(Text)).Append(']');
                break;
            default:
                foreach (var part in value.GetType()
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(static p => p.GetIndexParameters().Length == 0))
                {
                    text.Append(part.Name).Append('=');
                    Write(text, part.GetValue(value), depth + 1);
                    text.Append(' ');
                }

                break;
        }
    }

    [GeneratedRegex("(?<=guest:)[A-Za-z0-9_-]+|(?<=PasswordHash=)\\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Random();
}
