namespace BlogKit.Internal;

/// <summary>Tells a smiley from what only looks like one, by what stands beside it: a comparison, a sign between numbers, a word.</summary>
internal static class SmileyContext
{
    /// <summary>How far back it looks.</summary>
    public const int Reach = 16;

    private const int LongestWord = 32;

    // What is counted or measured, and what goes on after a bound: "<3 mg", "<3 years", "<3 per day".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Measures = new HashSet<string>(
        [
            "mg", "g", "kg", "µg", "mcg", "t", "lb", "lbs", "oz", "mm", "cm", "m", "km", "nm", "µm", "um", "inch", "inches", "ft", "feet",
            "yd", "mi", "mile", "miles", "ml", "cl", "dl", "l", "litre", "litres", "liter", "liters", "gal", "cup", "cups", "ms", "s",
            "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours", "d", "day", "days",
            "wk", "week", "weeks", "mo", "month", "months", "y", "yr", "yrs", "year", "years", "b", "kb", "mb", "gb", "tb", "kib", "mib",
            "gib", "bit", "bits", "byte", "bytes", "hz", "khz", "mhz", "ghz", "v", "mv", "kv", "w", "kw", "mw", "kwh", "ma", "ah", "mah",
            "kj", "cal", "kcal", "pa", "kpa", "bar", "psi", "mol", "mmol", "ppm", "ppb", "iu", "%", "‰", "°", "°c", "°f", "k", "kmh",
            "km/h", "mph", "kn", "px", "pt", "em", "rem", "usd", "eur", "gbp", "chf", "pln", "€", "$", "£", "¥", "times", "percent", "per",
            "degrees", "tage", "tagen", "woche", "wochen", "monat", "monate", "monaten", "jahr", "jahre", "jahren", "stunde", "stunden",
            "minuten", "sekunden", "stück", "stk", "prozent", "grad", "dagen", "weken", "maanden", "jaar", "seconden", "dagar", "veckor",
            "månader", "år", "timmar", "minuter", "dage", "uger", "måneder", "dager", "uker", "jour", "jours", "semaine", "semaines",
            "mois", "ans", "année", "années", "heure", "heures", "seconde", "secondes", "fois", "días", "dias", "semana", "semanas",
            "meses", "año", "años", "anos", "hora", "horas", "minuto", "minutos", "segundo", "segundos", "veces", "vezes", "giorni",
            "giorno", "settimane", "mesi", "anni", "minuti", "secondi", "volte", "dni", "dzień", "tygodnie", "tygodni", "miesiące",
            "miesięcy", "lata", "lat", "roku", "godziny", "godzin", "minuty", "minut", "sekundy", "sekund", "szt", "razy", "proc", "dnů",
            "dny", "týdny", "měsíce", "roky", "hodiny", "gün", "hafta", "yıl", "saat", "dakika", "saniye", "день", "дня", "дней", "недели",
            "недель", "месяца", "месяцев", "года", "год", "лет", "часа", "часов", "минуты", "минут", "секунды", "секунд", "раза", "мг", "г",
            "кг", "мм", "см", "м", "км", "мл", "л", "шт", "руб", "дні", "днів", "тижні", "місяці", "роки", "років", "години", "годин",
            "хвилин", "рази",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Whom one loves, after "<3".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Whom = Words(
        "it", "you", "u", "ya", "this", "that", "him", "her", "them", "me", "us", "my", "your", "his", "our", "dich", "euch", "dir", "mich",
        "ihn", "te", "ti", "toi", "vous", "jou", "dig", "deg", "cię", "ciebie", "тебя", "вас");

    // Who loves, or thanks, before it.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lovers = Words(
        "i", "we", "you", "u", "they", "ich", "wir", "je", "nous", "yo", "eu", "io", "ik", "jag", "jeg", "ja", "я", "мы", "thanks", "thx",
        "ty", "love", "danke", "merci", "gracias");

    // What a number follows: "less than <3", "is <3", "if <3".
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Bounds = Words(
        "than", "is", "are", "was", "were", "be", "of", "at", "below", "under", "if", "when", "als", "que", "niż", "чем");

    /// <summary>Whether the smiley may become an emoji.</summary>
    public static bool Allows(ReadOnlySpan<char> smiley, ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool endsAtBoundary)
    {
        if (!smiley.ContainsAnyExcept(Letters) && !EndsSentence(after, endsAtBoundary))
        {
            return false;
        }

        var next = NextWord(after);
        var isBeforeNumber = !next.IsEmpty
            && (char.IsDigit(next[0])
                || (next.Length > 1 && next[0] is '.' or '-' or '+' or '~' or '$' or '€' or '£' && char.IsDigit(next[1])));
        return smiley[0] == '<' && char.IsAsciiDigit(smiley[^1])
            ? !isBeforeNumber && !IsMeasure(next) && !EndsInComparand(before) && IsHeart(before, after, next, endsAtBoundary)
            : !isBeforeNumber || !EndsInNumber(before);
    }

    // Apples are counted as well as loved: before a word it is a heart only where a sentence ended, or where it says who loves or whom.
    private static bool IsHeart(ReadOnlySpan<char> before, ReadOnlySpan<char> after, ReadOnlySpan<char> next, bool endsAtBoundary)
    {
        var last = LastWord(before);
        if (Bounds.Contains(last))
        {
            return false;
        }

        if (Lovers.Contains(last) || Whom.Contains(next.TrimEnd(".,;:!?)")))
        {
            return true;
        }

        if (next.IsEmpty)
        {
            return endsAtBoundary;
        }

        var hasEnded = before.TrimEnd() is { IsEmpty: false } words && words[^1] is '.' or '!' or '?' or '…';
        return !char.IsWhiteSpace(after[0]) || !CountsSomething(next) || (hasEnded && char.IsUpper(next[0]));
    }

    // Whether a word begins like one, in quotation marks or brackets or without, and not like a sign or another smiley.
    private static bool CountsSomething(ReadOnlySpan<char> word)
    {
        var name = word.TrimStart("\"'([{„“‘«‚");
        return !name.IsEmpty && char.IsLetterOrDigit(name[0]);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> before)
    {
        var words = before.TrimEnd();
        var start = words.Length;
        while (start > 0 && char.IsLetter(words[start - 1]))
        {
            start--;
        }

        return words[start..];
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static System.Buffers.SearchValues<char> Letters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // The smiley alone on the rest of the line, or followed by the mark that ends a sentence.
    private static bool EndsSentence(ReadOnlySpan<char> after, bool endsAtBoundary) =>
        (after.IsWhiteSpace() && endsAtBoundary) || after.StartsWith(".") || after.StartsWith("!") || after.StartsWith("?");

    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> after)
    {
        var rest = after.Length > LongestWord ? after[..LongestWord] : after;
        rest = rest.TrimStart();
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
        {
            end++;
        }

        return rest[..end];
    }

    private static bool IsMeasure(ReadOnlySpan<char> word)
    {
        var slash = word.IndexOf('/');
        return Measures.Contains(word.TrimEnd(".,;:!?)"))
            || (slash > 0 && Measures.Contains(word[..slash]))
            || (!word.IsEmpty && word[0] is '%' or '°' or '€' or '$' or '£');
    }

    private static bool EndsInNumber(ReadOnlySpan<char> before) => before.TrimEnd() is { IsEmpty: false } words && char.IsDigit(words[^1]);

    // "p <3", "x is <3", "5 <3": a number, a single letter or a sign before it makes it a comparison.
    private static bool EndsInComparand(ReadOnlySpan<char> before)
    {
        var words = before.TrimEnd();
        if (words.IsEmpty)
        {
            return false;
        }

        var last = words[^1];
        var isAlone = words.Length == 1 || char.IsWhiteSpace(words[^2]) || words[^2] == '(';
        return char.IsDigit(last) || last is '=' or '±' or '~' or '≈' or '<' or '>'
            || (isAlone && char.IsAsciiLetter(last) && last is not ('i' or 'u' or 'I' or 'U'));
    }
}
