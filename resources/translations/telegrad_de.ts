<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ChangeCommand</name>
    <message>
        <source>worker %1: %2</source>
        <translation>Worker %1: %2</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>Änderung: %1</translation>
    </message>
    <message>
        <source>set %1 back to %2 from now on</source>
        <translation>%1 ab jetzt wieder auf %2 setzen</translation>
    </message>
    <message>
        <source>set %1 to %2 again from now on</source>
        <translation>%1 ab jetzt erneut auf %2 setzen</translation>
    </message>
</context>
<context>
    <name>ChangeMarkers</name>
    <message>
        <source>Worker %1: %2</source>
        <translation>Worker %1: %2</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>(1, 0.9, 1.1)</source>
        <translation>(1, 0.9, 1.1)</translation>
    </message>
    <message>
        <source>(1, 1, 1)</source>
        <translation>(1, 1, 1)</translation>
    </message>
    <message>
        <source>1 / (1 + ω)</source>
        <translation>1 / (1 + ω)</translation>
    </message>
    <message>
        <source>1 / (1 + ω) of an unbiased compressor whose variance ω is proven (of others 1, as in EF21), or chosen.</source>
        <translation>1 / (1 + ω) eines unverzerrten Kompressors, dessen Varianz ω bewiesen ist (bei anderen 1, wie in EF21), oder gewählt.</translation>
    </message>
    <message>
        <source>1 / (1 − δ)</source>
        <translation>1 / (1 − δ)</translation>
    </message>
    <message>
        <source>1 / (1 − δ/2)</source>
        <translation>1 / (1 − δ/2)</translation>
    </message>
    <message>
        <source>1-bit</source>
        <translation>1-bit</translation>
    </message>
    <message>
        <source>1-bit SGD</source>
        <translation>1-bit SGD</translation>
    </message>
    <message>
        <source>16-bit floats (bf16)</source>
        <translation>16-Bit-Gleitkomma (bf16)</translation>
    </message>
    <message>
        <source>16-bit floats (fp16)</source>
        <translation>16-Bit-Gleitkomma (fp16)</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>A biased operator, and an unbiased one for what it leaves out.</source>
        <translation>Ein verzerrter Operator und ein unverzerrter für das, was er weglässt.</translation>
    </message>
    <message>
        <source>A burst begins</source>
        <translation>Ein Schub beginnt</translation>
    </message>
    <message>
        <source>A burst ends</source>
        <translation>Ein Schub endet</translation>
    </message>
    <message>
        <source>A convex problem in which every worker has a quadratic of its own, so that at the common minimum their gradients cancel without being zero.</source>
        <translation>Ein konvexes Problem, in dem jeder Worker eine eigene quadratische Funktion hat, sodass sich ihre Gradienten am gemeinsamen Minimum aufheben, ohne null zu sein.</translation>
    </message>
    <message>
        <source>A convex problem of three weights and three workers on which the largest entries alone, without error feedback, lead away from the minimum at every learning rate.</source>
        <translation>Ein konvexes Problem mit drei Gewichten und drei Workern, bei dem die größten Einträge allein, ohne Fehlerrückführung, bei jeder Lernrate vom Minimum wegführen.</translation>
    </message>
    <message>
        <source>A convex problem: f(x) = ½ Σ λᵢ xᵢ² with a given condition number, the same for every worker.</source>
        <translation>Ein konvexes Problem: f(x) = ½ Σ λᵢ xᵢ² mit gegebener Konditionszahl, für jeden Worker dasselbe.</translation>
    </message>
    <message>
        <source>A convex problem: least squares on a few drawn examples of each worker, ℓ₂-regularised.</source>
        <translation>Ein konvexes Problem: kleinste Quadrate auf wenigen gezogenen Beispielen jedes Workers, ℓ₂-regularisiert.</translation>
    </message>
    <message>
        <source>A convex problem: ℓ₂-regularised logistic regression on a few drawn examples of each worker, of two classes.</source>
        <translation>Ein konvexes Problem: ℓ₂-regularisierte logistische Regression auf wenigen gezogenen Beispielen jedes Workers aus zwei Klassen.</translation>
    </message>
    <message>
        <source>A gradient that is far too long would go into the momentum and push for many iterations. It is shortened; each of n workers has the threshold over the root of n, as gradients that point anywhere add up to that much.</source>
        <translation>Ein viel zu langer Gradient ginge in das Momentum ein und schöbe viele Iterationen lang. Er wird gekürzt; jeder von n Workern hat die Schwelle durch die Wurzel aus n, denn so lang wird die Summe von Gradienten beliebiger Richtung.</translation>
    </message>
    <message>
        <source>A staleness and a kept fraction of your own on the network of DeCo-SGD over a WAN: drag both and see what they do to simulated time and loss.</source>
        <translation>Veraltung und behaltener Anteil nach eigener Wahl auf dem Netzwerk von „DeCo-SGD over a WAN“: an beiden ziehen und sehen, was sie mit simulierter Zeit und Verlust machen.</translation>
    </message>
    <message>
        <source>A star: each worker&apos;s own links to a server whose incoming and outgoing links all share; store and forward, first come first served.</source>
        <translation>Ein Stern: eigene Leitungen jedes Workers zu einem Server, dessen ein- und ausgehende Leitung sich alle teilen; Store-and-Forward, in der Reihenfolge der Ankunft.</translation>
    </message>
    <message>
        <source>A tensor&apos;s gradients change if the norm of their sum does by this share or more.</source>
        <translation>Die Gradienten eines Tensors gelten als verändert, wenn sich die Norm ihrer Summe um mindestens diesen Anteil ändert.</translation>
    </message>
    <message>
        <source>A worker that has been silent for D iterations must upload; also the number of past moves that the threshold looks at, and of first iterations in which all upload.</source>
        <translation>Ein Worker, der D Iterationen lang nichts gesendet hat, muss hochladen; zugleich die Zahl der früheren Schritte, auf die die Schwelle schaut, und der ersten Iterationen, in denen alle hochladen.</translation>
    </message>
    <message>
        <source>A worker whose gradient has changed little since its last upload skips; those that upload send it whole.</source>
        <translation>Ein Worker, dessen Gradient sich seit seinem letzten Upload wenig geändert hat, lässt aus; wer hochlädt, sendet ihn ganz.</translation>
    </message>
    <message>
        <source>Accordion</source>
        <translation>Accordion</translation>
    </message>
    <message>
        <source>Accuracy on the first source</source>
        <translation>Genauigkeit auf der ersten Quelle</translation>
    </message>
    <message>
        <source>Accuracy on the second source</source>
        <translation>Genauigkeit auf der zweiten Quelle</translation>
    </message>
    <message>
        <source>Adaptive random</source>
        <translation>Adaptiv zufällig</translation>
    </message>
    <message>
        <source>Adaptive threshold</source>
        <translation>Adaptive Schwelle</translation>
    </message>
    <message>
        <source>Added to every message on the wire, once; 66 B are the Ethernet, IPv4 and TCP headers (with timestamps) of one packet.</source>
        <translation>Kommt zu jeder Nachricht auf der Leitung einmal hinzu; 66 B sind die Header von Ethernet, IPv4 und TCP (mit Zeitstempeln) eines Pakets.</translation>
    </message>
    <message>
        <source>Adds λ/2 times the squared length of the weights.</source>
        <translation>Addiert λ/2 mal das Quadrat der Länge der Gewichte.</translation>
    </message>
    <message>
        <source>Adjust every</source>
        <translation>Anpassen alle</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Amount given as</source>
        <translation>Menge angegeben als</translation>
    </message>
    <message>
        <source>An entry becomes zero, or this length with its own sign, the likelier the larger it is. The shorter the length, the more entries are kept; the largest, once clipped, are no longer right in the mean.</source>
        <translation>Ein Eintrag wird zu null oder zu dieser Länge mit seinem Vorzeichen, und zwar umso eher, je größer er ist. Je kürzer die Länge, desto mehr Einträge bleiben; die größten sind, wenn sie gekappt werden, im Mittel nicht mehr richtig.</translation>
    </message>
    <message>
        <source>Another seed, another vector of the same distribution.</source>
        <translation>Ein anderer Startwert, ein anderer Vektor derselben Verteilung.</translation>
    </message>
    <message>
        <source>At most every</source>
        <translation>Höchstens alle</translation>
    </message>
    <message>
        <source>At most so many; all workers have as many as the one with least.</source>
        <translation>Höchstens so viele; alle Worker haben so viele wie der mit den wenigsten.</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>At random: both times are means of exponential ones. Regularly: both are exact, and each worker begins somewhere else in them.</source>
        <translation>Zufällig: Beide Zeiten sind Mittelwerte von Exponentialverteilungen. Regelmäßig: Beide gelten genau, und jeder Worker beginnt an einer anderen Stelle darin.</translation>
    </message>
    <message>
        <source>At the end, of models that know their minimum.</source>
        <translation>Am Ende, bei Modellen, die ihr Minimum kennen.</translation>
    </message>
    <message>
        <source>At the end.</source>
        <translation>Am Ende.</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Bandwidth headroom</source>
        <translation>Eingeplante Bandbreite</translation>
    </message>
    <message>
        <source>Bandwidth of each worker&apos;s outgoing link, which all its messages share.</source>
        <translation>Bandbreite der ausgehenden Leitung jedes Workers, die sich alle seine Nachrichten teilen.</translation>
    </message>
    <message>
        <source>Bandwidth of each worker&apos;s own link from the server; where the server is on worker 1, of the link that all uploads share.</source>
        <translation>Bandbreite der eigenen Leitung jedes Workers vom Server; wo der Server auf Worker 1 ist, der Leitung, die sich alle Uploads teilen.</translation>
    </message>
    <message>
        <source>Bandwidth of each worker&apos;s own link towards the server.</source>
        <translation>Bandbreite der eigenen Leitung jedes Workers zum Server.</translation>
    </message>
    <message>
        <source>Bandwidth of the server&apos;s incoming link, which all uploads share.</source>
        <translation>Bandbreite der eingehenden Leitung des Servers, die sich alle Uploads teilen.</translation>
    </message>
    <message>
        <source>Bandwidth of the server&apos;s outgoing link, which all broadcasts share.</source>
        <translation>Bandbreite der ausgehenden Leitung des Servers, die sich alle Broadcasts teilen.</translation>
    </message>
    <message>
        <source>Base b</source>
        <translation>Basis b</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Batch statistics</source>
        <translation>Batchstatistik</translation>
    </message>
    <message>
        <source>Begins the coin tosses, which all workers see alike.</source>
        <translation>Startwert der Münzwürfe, die alle Worker gleich sehen.</translation>
    </message>
    <message>
        <source>Begins the draws of blocks, which all workers make alike.</source>
        <translation>Startwert der Ziehungen von Blöcken, die bei allen Workern gleich sind.</translation>
    </message>
    <message>
        <source>Begins the numbers that the workers&apos; quadratics are drawn from; the run&apos;s seed does not move them.</source>
        <translation>Startwert der Zahlen, aus denen die quadratischen Funktionen der Worker gezogen werden; der Startwert des Laufs ändert sie nicht.</translation>
    </message>
    <message>
        <source>Begins the random orders, which all workers draw alike.</source>
        <translation>Startwert der zufälligen Reihenfolgen, die bei allen Workern gleich sind.</translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation>Beste Genauigkeit</translation>
    </message>
    <message>
        <source>Between what workers sent and their minibatches&apos; gradients, where evaluated.</source>
        <translation>Zwischen dem, was die Worker sendeten, und den Gradienten ihrer Minibatches, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Biased rounding</source>
        <translation>Verzerrte Rundung</translation>
    </message>
    <message>
        <source>Biases and scales are few, and every one of them moves a whole layer: to send them whole costs little.</source>
        <translation>Biases und Skalen sind wenige, und jeder Wert davon bewegt eine ganze Schicht: Sie ganz zu senden kostet wenig.</translation>
    </message>
    <message>
        <source>Bits an entry q</source>
        <translation>Bits je Eintrag q</translation>
    </message>
    <message>
        <source>Bits in which the value of a sent entry is written, relative to its bucket&apos;s largest.</source>
        <translation>Bits, in denen der Wert eines gesendeten Eintrags geschrieben wird, relativ zum größten seines Buckets.</translation>
    </message>
    <message>
        <source>Bits of an iteration&apos;s messages, as the operator&apos;s paper counts</source>
        <translation>Bits der Nachrichten einer Iteration, wie das Paper des Operators zählt</translation>
    </message>
    <message>
        <source>Bits of an iteration&apos;s messages, coded</source>
        <translation>Bits der Nachrichten einer Iteration, kodiert</translation>
    </message>
    <message>
        <source>Bits of an iteration&apos;s messages, entropy bound</source>
        <translation>Bits der Nachrichten einer Iteration, Entropieschranke</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Blocks&apos; seed</source>
        <translation>Blockstartwert</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Broadcast</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Bucket size</source>
        <translation>Bucketgröße</translation>
    </message>
    <message>
        <source>Buckets of the whole model&apos;s entries; 256 take 8 bits an entry.</source>
        <translation>Buckets der Einträge des ganzen Modells; 256 brauchen 8 Bit je Eintrag.</translation>
    </message>
    <message>
        <source>Buckets q</source>
        <translation>Buckets q</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Label</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Nach Quelle</translation>
    </message>
    <message>
        <source>Bytes that may wait at a link, without the message being sent.</source>
        <translation>Bytes, die an einer Leitung warten dürfen, ohne die Nachricht, die gerade gesendet wird.</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>CIFAR-100</source>
        <translation>CIFAR-100</translation>
    </message>
    <message>
        <source>CSER</source>
        <translation>CSER</translation>
    </message>
    <message>
        <source>Changes each photograph at random whenever it is drawn, as CIFAR-10 alone does.</source>
        <translation>Verändert jedes Foto zufällig, sooft es gezogen wird, wie bei CIFAR-10 allein.</translation>
    </message>
    <message>
        <source>Changes each training image at random whenever it is drawn: shifted by up to 4 pixels, and flipped every second time.</source>
        <translation>Verändert jedes Trainingsbild zufällig, sooft es gezogen wird: um bis zu 4 Pixel verschoben und jedes zweite Mal gespiegelt.</translation>
    </message>
    <message>
        <source>Changes each training image at random whenever it is drawn: shifted by up to 4 pixels, flipped every second time, and rotated by up to 15 degrees.</source>
        <translation>Verändert jedes Trainingsbild zufällig, sooft es gezogen wird: um bis zu 4 Pixel verschoben, jedes zweite Mal gespiegelt und um bis zu 15 Grad gedreht.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Channels of the first stage; the later ones have multiples of it.</source>
        <translation>Kanäle der ersten Stufe; die späteren haben Vielfache davon.</translation>
    </message>
    <message>
        <source>Choose anew every</source>
        <translation>Neu wählen alle</translation>
    </message>
    <message>
        <source>Clip at</source>
        <translation>Kappen ab</translation>
    </message>
    <message>
        <source>Clipping threshold</source>
        <translation>Schwelle zum Kürzen</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Cocktail</source>
        <translation>Cocktail</translation>
    </message>
    <message>
        <source>CocktailSGD</source>
        <translation>CocktailSGD</translation>
    </message>
    <message>
        <source>Coin&apos;s seed</source>
        <translation>Münzstartwert</translation>
    </message>
    <message>
        <source>Cold: a new one each time</source>
        <translation>Kalt: jedes Mal eine neue</translation>
    </message>
    <message>
        <source>Columns of the thin matrices; a tensor for which that would save nothing is sent as it is.</source>
        <translation>Spalten der schmalen Matrizen; ein Tensor, bei dem das nichts sparen würde, wird gesendet, wie er ist.</translation>
    </message>
    <message>
        <source>Communication rounds</source>
        <translation>Kommunikationsrunden</translation>
    </message>
    <message>
        <source>Compare the three on the page Compressors: how many entries become zero, and what that does to the variance.</source>
        <translation>Die drei auf der Seite „Kompressoren“ vergleichen: wie viele Einträge null werden und was das mit der Varianz macht.</translation>
    </message>
    <message>
        <source>Compression alone: the network of DeCo-SGD over a WAN, 2 % of every gradient sent, with error feedback, every iteration waiting for the mean of all.</source>
        <translation>Kompression allein: das Netzwerk von „DeCo-SGD over a WAN“, 2&#x202f;% jedes Gradienten gesendet, mit Fehlerrückführung, und jede Iteration wartet auf das Mittel aller.</translation>
    </message>
    <message>
        <source>Compression error</source>
        <translation>Kompressionsfehler</translation>
    </message>
    <message>
        <source>Compression ratio</source>
        <translation>Kompressionsverhältnis</translation>
    </message>
    <message>
        <source>Compressor</source>
        <translation>Kompressor</translation>
    </message>
    <message>
        <source>Compute model</source>
        <translation>Rechenzeitmodell</translation>
    </message>
    <message>
        <source>Compute spread</source>
        <translation>Rechenzeitstreuung</translation>
    </message>
    <message>
        <source>Compute tail</source>
        <translation>Pareto-Exponent</translation>
    </message>
    <message>
        <source>Compute time</source>
        <translation>Rechenzeit</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>Konzentration</translation>
    </message>
    <message>
        <source>Condition number κ</source>
        <translation>Konditionszahl κ</translation>
    </message>
    <message>
        <source>Congested campus</source>
        <translation>Überlasteter Campus</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Constant, as the two values say, or following a trace over simulated time, the same for all workers.</source>
        <translation>Konstant, wie die beiden Werte sagen, oder nach einem Verlauf über die simulierte Zeit, für alle Worker demselben.</translation>
    </message>
    <message>
        <source>Cosine ends at</source>
        <translation>Kosinus endet bei</translation>
    </message>
    <message>
        <source>Cosine over epochs</source>
        <translation>Kosinus über Epochen</translation>
    </message>
    <message>
        <source>Cosine to the gradient</source>
        <translation>Kosinus zum Gradienten</translation>
    </message>
    <message>
        <source>Cuts the examples, sorted by class, into pieces and deals every worker a few.</source>
        <translation>Zerschneidet die nach Klassen sortierten Beispiele in Stücke und teilt jedem Worker einige zu.</translation>
    </message>
    <message>
        <source>D-EF-SGD</source>
        <translation>D-EF-SGD</translation>
    </message>
    <message>
        <source>D-EF-SGD in which each tensor sends much while its gradients change from one interval to the next, and little otherwise.</source>
        <translation>D-EF-SGD, bei dem jeder Tensor viel sendet, solange sich seine Gradienten von einem Intervall zum nächsten ändern, und sonst wenig.</translation>
    </message>
    <message>
        <source>D-EF-SGD that keeps the share of the entries whose transfer takes as long as a gradient: an interpretation of DC2.</source>
        <translation>D-EF-SGD, das den Anteil der Einträge behält, dessen Übertragung so lange dauert wie ein Gradient: eine Interpretation von DC2.</translation>
    </message>
    <message>
        <source>D-EF-SGD that sends ever less as long as most of the squared norm is in it: an interpretation of GraVAC.</source>
        <translation>D-EF-SGD, das immer weniger sendet, solange darin der größte Teil des Normquadrats steckt: eine Interpretation von GraVAC.</translation>
    </message>
    <message>
        <source>D-SGD</source>
        <translation>D-SGD</translation>
    </message>
    <message>
        <source>DC2-like</source>
        <translation>DC2-artig</translation>
    </message>
    <message>
        <source>DCGD</source>
        <translation>DCGD</translation>
    </message>
    <message>
        <source>DD-EF-SGD</source>
        <translation>DD-EF-SGD</translation>
    </message>
    <message>
        <source>DD-EF-SGD that chooses its staleness and kept fraction for the network as the workers observe it.</source>
        <translation>DD-EF-SGD, das Veraltung und behaltenen Anteil für das Netzwerk wählt, wie die Worker es beobachten.</translation>
    </message>
    <message>
        <source>DD-SGD</source>
        <translation>DD-SGD</translation>
    </message>
    <message>
        <source>DGA</source>
        <translation>DGA</translation>
    </message>
    <message>
        <source>DGC</source>
        <translation>DGC</translation>
    </message>
    <message>
        <source>DIANA</source>
        <translation>DIANA</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>DeCo-SGD</source>
        <translation>DeCo-SGD</translation>
    </message>
    <message>
        <source>DeCo-SGD over a WAN whose bandwidth is 1 Gbit/s and 100 Mbit/s by turns, 20 s each: see how long the choice takes to follow a step.</source>
        <translation>DeCo-SGD über ein WAN, dessen Bandbreite abwechselnd 1 Gbit/s und 100 Mbit/s beträgt, je 20 s: sehen, wie lange die Wahl braucht, um einem Sprung zu folgen.</translation>
    </message>
    <message>
        <source>DeCo-SGD over a WAN whose bandwidth stays where it is: after the first choices there is nothing to adapt to, and a fixed setting, well chosen, can do as well.</source>
        <translation>DeCo-SGD über ein WAN, dessen Bandbreite bleibt, wie sie ist: Nach den ersten Entscheidungen gibt es nichts mehr anzupassen, und eine feste, gut gewählte Einstellung kann ebenso gut sein.</translation>
    </message>
    <message>
        <source>DeCo-SGD over a WAN whose bandwidth swings slowly between 120 Mbit/s and 1.08 Gbit/s: the kept fraction swings with it.</source>
        <translation>DeCo-SGD über ein WAN, dessen Bandbreite langsam zwischen 120 Mbit/s und 1.08 Gbit/s schwingt: Der behaltene Anteil schwingt mit.</translation>
    </message>
    <message>
        <source>Decay again every</source>
        <translation>Erneut senken alle</translation>
    </message>
    <message>
        <source>Decay factor</source>
        <translation>Senkungsfaktor</translation>
    </message>
    <message>
        <source>Decay from epoch</source>
        <translation>Senkung ab Epoche</translation>
    </message>
    <message>
        <source>Delay D</source>
        <translation>Verzögerung D</translation>
    </message>
    <message>
        <source>Delay bound D</source>
        <translation>Verzögerungsgrenze D</translation>
    </message>
    <message>
        <source>Delay compensation λ</source>
        <translation>Verzögerungsausgleich λ</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>Dimension d</source>
        <translation>Dimension d</translation>
    </message>
    <message>
        <source>Dirichlet</source>
        <translation>Dirichlet</translation>
    </message>
    <message>
        <source>Distorted drawn digits, 28x28 grey, generated from a seed; needs no download.</source>
        <translation>Verzerrte gezeichnete Ziffern, 28x28 grau, aus einem Startwert erzeugt; braucht keinen Download.</translation>
    </message>
    <message>
        <source>Double tree all-reduce</source>
        <translation>Doppelbaum-All-Reduce</translation>
    </message>
    <message>
        <source>Drawn examples that each worker has; its gradient is over all of them.</source>
        <translation>Gezogene Beispiele, die jeder Worker hat; sein Gradient geht über alle.</translation>
    </message>
    <message>
        <source>EF</source>
        <translation>EF</translation>
    </message>
    <message>
        <source>EF-signSGD</source>
        <translation>EF-signSGD</translation>
    </message>
    <message>
        <source>EF21</source>
        <translation>EF21</translation>
    </message>
    <message>
        <source>EF21 on a moving average of each worker&apos;s gradients, so that their noise is not compressed anew every time.</source>
        <translation>EF21 auf einem gleitenden Mittel der Gradienten jedes Workers, damit ihr Rauschen nicht jedes Mal aufs Neue komprimiert wird.</translation>
    </message>
    <message>
        <source>EF21-SGDM</source>
        <translation>EF21-SGDM</translation>
    </message>
    <message>
        <source>Each by itself</source>
        <translation>Jedes für sich</translation>
    </message>
    <message>
        <source>Each level is this many times the one below it: 2 takes 9 bits an entry, closer to 1 is finer and takes more.</source>
        <translation>Jede Stufe ist dieses Vielfache der darunter: 2 braucht 9 Bit je Eintrag, näher an 1 ist feiner und braucht mehr.</translation>
    </message>
    <message>
        <source>Eight convolutions with batch normalisation; 9,231,114 weights for CIFAR-10.</source>
        <translation>Acht Faltungsschichten mit Batchnormalisierung; 9&#x202f;231&#x202f;114 Gewichte für CIFAR-10.</translation>
    </message>
    <message>
        <source>Elias codes</source>
        <translation>Elias-Codes</translation>
    </message>
    <message>
        <source>Elias delta</source>
        <translation>Elias-Delta</translation>
    </message>
    <message>
        <source>Elias gamma</source>
        <translation>Elias-Gamma</translation>
    </message>
    <message>
        <source>Elias omega</source>
        <translation>Elias-Omega</translation>
    </message>
    <message>
        <source>Emulated gradient</source>
        <translation>Emulierter Gradient</translation>
    </message>
    <message>
        <source>Encode time</source>
        <translation>Kodierzeit</translation>
    </message>
    <message>
        <source>Encoding time</source>
        <translation>Kodierzeit</translation>
    </message>
    <message>
        <source>Ends the run after that many iterations, even within an epoch; 0: no limit.</source>
        <translation>Beendet den Lauf nach so vielen Iterationen, auch mitten in einer Epoche; 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Entries are rounded to multiples of 1/chi: the larger, the finer, and the more bits the whole numbers need.</source>
        <translation>Einträge werden auf Vielfache von 1/chi gerundet: Je größer, desto feiner, und desto mehr Bits brauchen die ganzen Zahlen.</translation>
    </message>
    <message>
        <source>Entries of at least this magnitude are sent, all others are left out: a smaller one sends more.</source>
        <translation>Einträge von mindestens diesem Betrag werden gesendet, alle anderen weggelassen: Eine kleinere Schwelle sendet mehr.</translation>
    </message>
    <message>
        <source>Entries of at least this magnitude are sent, and received as exactly this much.</source>
        <translation>Einträge von mindestens diesem Betrag werden gesendet und mit genau diesem Betrag empfangen.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Epochs after the first decay, and after each further one, after which the learning rate is multiplied by the factor once more; 0 for one decay alone.</source>
        <translation>Epochen nach der ersten Senkung und nach jeder weiteren, nach denen die Lernrate noch einmal mit dem Faktor multipliziert wird; 0 für eine einzige Senkung.</translation>
    </message>
    <message>
        <source>Epochs after which the cosine is at its end, and the learning rate stays there.</source>
        <translation>Epochen, nach denen der Kosinus am Ende ist und die Lernrate dort bleibt.</translation>
    </message>
    <message>
        <source>Epochs after which the fractions are chosen anew.</source>
        <translation>Epochen, nach denen die Anteile neu gewählt werden.</translation>
    </message>
    <message>
        <source>Epochs at the beginning in which the learning rate grows linearly to what the schedule says; 0 for none.</source>
        <translation>Epochen am Anfang, in denen die Lernrate linear bis zu dem Wert wächst, den der Zeitplan vorgibt; 0 für keine.</translation>
    </message>
    <message>
        <source>Epochs in which the kept fraction falls step by step from much to the final one; 0 for the final one throughout.</source>
        <translation>Epochen, in denen der behaltene Anteil schrittweise von viel auf den endgültigen fällt; 0 für durchweg den endgültigen.</translation>
    </message>
    <message>
        <source>Error feedback with one bit for each weight, which says whether it is above zero, and the means of those that are and of those that are not.</source>
        <translation>Fehlerrückführung mit einem Bit für jedes Gewicht, das sagt, ob der Eintrag über null liegt, und den Mittelwerten derer, die darüber liegen, und der übrigen.</translation>
    </message>
    <message>
        <source>Error feedback with signs: every worker sends one bit for each weight and one scale, and what that leaves out later.</source>
        <translation>Fehlerrückführung mit Vorzeichen: Jeder Worker sendet ein Bit für jedes Gewicht und eine Skala, und was dabei wegfällt, später.</translation>
    </message>
    <message>
        <source>Error feedback: every worker compresses its step together with what compression left out before, and the server takes the mean; for any compressor.</source>
        <translation>Fehlerrückführung: Jeder Worker komprimiert seinen Schritt zusammen mit dem, was die Kompression zuvor weggelassen hat, und der Server bildet das Mittel; für jeden Kompressor.</translation>
    </message>
    <message>
        <source>Errors&apos; share</source>
        <translation>Fehleranteil</translation>
    </message>
    <message>
        <source>Estimates begin</source>
        <translation>Erste Schätzung</translation>
    </message>
    <message>
        <source>Euclidean (p = 2)</source>
        <translation>euklidisch (p = 2)</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>Auswerten alle</translation>
    </message>
    <message>
        <source>Every (1/p)-th entry from a random one on, or any set of as many entries.</source>
        <translation>Jeder (1/p)-te Eintrag von einem zufälligen an oder eine beliebige Menge von ebenso vielen Einträgen.</translation>
    </message>
    <message>
        <source>Every (1/p)-th entry, one further on every time, or parts of a random order, one after the other.</source>
        <translation>Jeder (1/p)-te Eintrag, jedes Mal um einen weiter, oder Teile einer zufälligen Reihenfolge, einer nach dem anderen.</translation>
    </message>
    <message>
        <source>Every worker adds this times the weights to its gradient before it is compressed; 0 for none, as in the papers.</source>
        <translation>Jeder Worker addiert dieses Vielfache der Gewichte zu seinem Gradienten, bevor er komprimiert wird; 0 für keines, wie in den Papers.</translation>
    </message>
    <message>
        <source>Every worker compresses its gradient and forgets what that leaves out; the server takes the mean. Made for unbiased compressors.</source>
        <translation>Jeder Worker komprimiert seinen Gradienten und vergisst, was dabei wegfällt; der Server bildet das Mittel. Für unverzerrte Kompressoren gedacht.</translation>
    </message>
    <message>
        <source>Every worker draws its own shares of the classes; shards are of one size.</source>
        <translation>Jeder Worker zieht seine eigenen Klassenanteile; alle Datenanteile sind gleich groß.</translation>
    </message>
    <message>
        <source>Every worker sends its whole gradient in every iteration.</source>
        <translation>Jeder Worker sendet in jeder Iteration seinen ganzen Gradienten.</translation>
    </message>
    <message>
        <source>Every worker sends its whole gradient, and all wait for the mean of all.</source>
        <translation>Jeder Worker sendet seinen ganzen Gradienten, und alle warten auf das Mittel aller.</translation>
    </message>
    <message>
        <source>Every worker sends the compressed difference between its gradient and a shift that learns it, so that an unbiased compressor&apos;s noise dies away at the minimum.</source>
        <translation>Jeder Worker sendet die komprimierte Differenz zwischen seinem Gradienten und einer Verschiebung, die ihn lernt, sodass das Rauschen eines unverzerrten Kompressors am Minimum verschwindet.</translation>
    </message>
    <message>
        <source>Every worker sends the compressed difference between its gradient and what the server takes for it; also where the workers&apos; functions differ it gets to the minimum.</source>
        <translation>Jeder Worker sendet die komprimierte Differenz zwischen seinem Gradienten und dem, was der Server dafür hält; so wird das Minimum auch dort erreicht, wo sich die Funktionen der Worker unterscheiden.</translation>
    </message>
    <message>
        <source>Every worker sends the largest entries of its gradient and keeps the rest for later (error feedback). EF with the rate of the sum.</source>
        <translation>Jeder Worker sendet die größten Einträge seines Gradienten und behält den Rest für später (Fehlerrückführung). EF mit der Rate der Summe.</translation>
    </message>
    <message>
        <source>Every worker uploads in every iteration, but only the largest entries, with error feedback. As many rounds as SGD, for about a hundredth of its payload bits.</source>
        <translation>Jeder Worker lädt in jeder Iteration hoch, aber nur die größten Einträge, mit Fehlerrückführung. So viele Runden wie SGD, für etwa ein Hundertstel seiner Nutzbits.</translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration. The settings of the SASG paper on a network of a size that a laptop can watch learn; the target counts the five classes rated highest.</source>
        <translation>Jeder Worker lädt in jeder Iteration seinen ganzen Gradienten hoch. Die Einstellungen des SASG-Papers auf einem Netz, klein genug, um ihm auf einem Laptop beim Lernen zuzusehen; das Ziel zählt die fünf am höchsten bewerteten Klassen.</translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration. The settings of the SASG paper, whose target counts the five classes rated highest; a step takes seconds on a laptop.</source>
        <translation>Jeder Worker lädt in jeder Iteration seinen ganzen Gradienten hoch. Die Einstellungen des SASG-Papers, dessen Ziel die fünf am höchsten bewerteten Klassen zählt; ein Schritt dauert auf einem Laptop Sekunden.</translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration: the baseline. A network of a size that a laptop can watch learn.</source>
        <translation>Jeder Worker lädt in jeder Iteration seinen ganzen Gradienten hoch: der Vergleichslauf. Ein Netz, klein genug, um ihm auf einem Laptop beim Lernen zuzusehen.</translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration: the baseline. Five workers hold photographs alone, five digits alone. The paper gives no sizes, labels or rates: those here are our choice, and ResNet-20 instead of its ResNet-18.</source>
        <translation>Jeder Worker lädt in jeder Iteration seinen ganzen Gradienten hoch: der Vergleichslauf. Fünf Worker haben nur Fotos, fünf nur Ziffern. Das Paper nennt weder Größen noch Labels noch Raten: Die hier sind unsere Wahl, ebenso ResNet-20 statt seines ResNet-18.</translation>
    </message>
    <message>
        <source>Every worker uploads its whole gradient in every iteration: the baseline. The settings of the SASG paper; a step takes seconds on a laptop.</source>
        <translation>Jeder Worker lädt in jeder Iteration seinen ganzen Gradienten hoch: der Vergleichslauf. Die Einstellungen des SASG-Papers; ein Schritt dauert auf einem Laptop Sekunden.</translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. A network of a size that a laptop can watch learn.</source>
        <translation>Jeder Worker lädt in jeder Iteration das größte Hundertstel jedes Tensors hoch, mit Fehlerrückführung. Ein Netz, klein genug, um ihm auf einem Laptop beim Lernen zuzusehen.</translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. Five workers hold photographs alone, five digits alone. The paper gives no sizes, labels or rates: those here are our choice, and ResNet-20 instead of its ResNet-18.</source>
        <translation>Jeder Worker lädt in jeder Iteration das größte Hundertstel jedes Tensors hoch, mit Fehlerrückführung. Fünf Worker haben nur Fotos, fünf nur Ziffern. Das Paper nennt weder Größen noch Labels noch Raten: Die hier sind unsere Wahl, ebenso ResNet-20 statt seines ResNet-18.</translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. The settings of the SASG paper on a network of a size that a laptop can watch learn; the target counts the five classes rated highest.</source>
        <translation>Jeder Worker lädt in jeder Iteration das größte Hundertstel jedes Tensors hoch, mit Fehlerrückführung. Die Einstellungen des SASG-Papers auf einem Netz, klein genug, um ihm auf einem Laptop beim Lernen zuzusehen; das Ziel zählt die fünf am höchsten bewerteten Klassen.</translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. The settings of the SASG paper, whose target counts the five classes rated highest; a step takes seconds on a laptop.</source>
        <translation>Jeder Worker lädt in jeder Iteration das größte Hundertstel jedes Tensors hoch, mit Fehlerrückführung. Die Einstellungen des SASG-Papers, dessen Ziel die fünf am höchsten bewerteten Klassen zählt; ein Schritt dauert auf einem Laptop Sekunden.</translation>
    </message>
    <message>
        <source>Every worker uploads the largest hundredth of every tensor in every iteration, with error feedback. The settings of the SASG paper; a step takes seconds on a laptop.</source>
        <translation>Jeder Worker lädt in jeder Iteration das größte Hundertstel jedes Tensors hoch, mit Fehlerrückführung. Die Einstellungen des SASG-Papers; ein Schritt dauert auf einem Laptop Sekunden.</translation>
    </message>
    <message>
        <source>Every worker uploads the largest tenth of every tensor in every iteration, with error feedback. One of three levels to see whether sparser uploads are skipped more; the levels are our choice, the middle one is Sparse on MNIST.</source>
        <translation>Jeder Worker lädt in jeder Iteration das größte Zehntel jedes Tensors hoch, mit Fehlerrückführung. Eine von drei Stufen, um zu sehen, ob dünner besetzte Uploads öfter ausgelassen werden; die Stufen sind unsere Wahl, die mittlere ist „Sparse on MNIST“.</translation>
    </message>
    <message>
        <source>Every worker uploads the largest thousandth of every tensor in every iteration, with error feedback. One of three levels to see whether sparser uploads are skipped more; the levels are our choice, the middle one is Sparse on MNIST.</source>
        <translation>Jeder Worker lädt in jeder Iteration das größte Tausendstel jedes Tensors hoch, mit Fehlerrückführung. Eine von drei Stufen, um zu sehen, ob dünner besetzte Uploads öfter ausgelassen werden; die Stufen sind unsere Wahl, die mittlere ist „Sparse on MNIST“.</translation>
    </message>
    <message>
        <source>Examples a worker</source>
        <translation>Beispiele je Worker</translation>
    </message>
    <message>
        <source>Examples in each worker&apos;s minibatch.</source>
        <translation>Beispiele im Minibatch jedes Workers.</translation>
    </message>
    <message>
        <source>Exponent a</source>
        <translation>Exponent a</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>Exponential dithering</source>
        <translation>Exponentielles Dithering</translation>
    </message>
    <message>
        <source>Exponential, only later</source>
        <translation>Exponentiell, nur später</translation>
    </message>
    <message>
        <source>Fair shares</source>
        <translation>Faire Anteile</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Final accuracy</source>
        <translation>Endgenauigkeit</translation>
    </message>
    <message>
        <source>First kept fraction</source>
        <translation>Erster behaltener Anteil</translation>
    </message>
    <message>
        <source>First staleness</source>
        <translation>Erste Veraltung</translation>
    </message>
    <message>
        <source>First, biased</source>
        <translation>Zuerst, verzerrt</translation>
    </message>
    <message>
        <source>First: amount given as</source>
        <translation>Zuerst: Menge angegeben als</translation>
    </message>
    <message>
        <source>First: index coding</source>
        <translation>Zuerst: Indexkodierung</translation>
    </message>
    <message>
        <source>First: kept count k</source>
        <translation>Zuerst: behaltene Zahl k</translation>
    </message>
    <message>
        <source>First: kept fraction k</source>
        <translation>Zuerst: behaltener Anteil k</translation>
    </message>
    <message>
        <source>First: kept fraction p</source>
        <translation>Zuerst: behaltener Anteil p</translation>
    </message>
    <message>
        <source>First: kept fraction r</source>
        <translation>Zuerst: behaltener Anteil r</translation>
    </message>
    <message>
        <source>First: largest of</source>
        <translation>Zuerst: Größte je</translation>
    </message>
    <message>
        <source>First: mean of</source>
        <translation>Zuerst: Mittel je</translation>
    </message>
    <message>
        <source>First: positions</source>
        <translation>Zuerst: Positionen</translation>
    </message>
    <message>
        <source>First: threshold v</source>
        <translation>Zuerst: Schwelle v</translation>
    </message>
    <message>
        <source>For all runs</source>
        <translation>Für alle Läufe</translation>
    </message>
    <message>
        <source>For each run</source>
        <translation>Für jeden Lauf</translation>
    </message>
    <message>
        <source>Forced uploads</source>
        <translation>Erzwungene Uploads</translation>
    </message>
    <message>
        <source>Four stages of two blocks with 64 to 512 channels; 11,173,962 weights for CIFAR-10.</source>
        <translation>Vier Stufen mit je zwei Blöcken und 64 bis 512 Kanälen; 11&#x202f;173&#x202f;962 Gewichte für CIFAR-10.</translation>
    </message>
    <message>
        <source>Four workers send a random twentieth of their gradients, multiplied by 20 so that the mean is right. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden ein zufälliges Zwanzigstel ihrer Gradienten, mit 20 multipliziert, damit das Mittel stimmt. Verglichen über Bits und über Epochen, wie im Paper über verzerrte Kompression (arXiv 2002.12410). Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers send a random twentieth of their gradients, multiplied by 20 so that the mean is right. The operators of a figure on biased compression (arXiv 2002.12410), taking 5 for per cent. Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden ein zufälliges Zwanzigstel ihrer Gradienten, mit 20 multipliziert, damit das Mittel stimmt. Die Operatoren einer Abbildung über verzerrte Kompression (arXiv 2002.12410), 5 als Prozent verstanden. Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers send the largest twentieth of every tensor and forget the rest. The operators of a figure on biased compression (arXiv 2002.12410), taking 5 for per cent. Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden das größte Zwanzigstel jedes Tensors und vergessen den Rest. Die Operatoren einer Abbildung über verzerrte Kompression (arXiv 2002.12410), 5 als Prozent verstanden. Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers send the largest twentieth of every tensor, and what is left out later. The operators of a figure on biased compression (arXiv 2002.12410), taking 5 for per cent. Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden das größte Zwanzigstel jedes Tensors und später, was dabei wegfällt. Die Operatoren einer Abbildung über verzerrte Kompression (arXiv 2002.12410), 5 als Prozent verstanden. Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers send the largest twentieth of every tensor, rounded to powers of two times a norm, with error feedback. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden das größte Zwanzigstel jedes Tensors, auf Norm mal Zweierpotenz gerundet, mit Fehlerrückführung. Verglichen über Bits und über Epochen, wie im Paper über verzerrte Kompression (arXiv 2002.12410). Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers send the largest twentieth of every tensor, with error feedback. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden das größte Zwanzigstel jedes Tensors, mit Fehlerrückführung. Verglichen über Bits und über Epochen, wie im Paper über verzerrte Kompression (arXiv 2002.12410). Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers send their gradients rounded to powers of two times a norm, at random and right in the mean. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden ihre Gradienten, auf Norm mal Zweierpotenz gerundet, zufällig und im Mittel richtig. Verglichen über Bits und über Epochen, wie im Paper über verzerrte Kompression (arXiv 2002.12410). Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers send their whole gradients: what the other four are to be held against. Held against each other over bits as well as epochs, as in the paper on biased compression (arXiv 2002.12410). Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden ihre ganzen Gradienten: woran die anderen vier zu messen sind. Verglichen über Bits und über Epochen, wie im Paper über verzerrte Kompression (arXiv 2002.12410). Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers send their whole gradients: what the other three are to be held against. The operators of a figure on biased compression (arXiv 2002.12410), taking 5 for per cent. Learning rate and batch are our choice.</source>
        <translation>Vier Worker senden ihre ganzen Gradienten: woran die anderen drei zu messen sind. Die Operatoren einer Abbildung über verzerrte Kompression (arXiv 2002.12410), 5 als Prozent verstanden. Lernrate und Batch sind unsere Wahl.</translation>
    </message>
    <message>
        <source>Four workers with different quadratics, each sending two of twenty entries. Their gradients cancel at the common minimum without being zero, so error feedback at a constant learning rate stalls on a plateau; EF21 does not.</source>
        <translation>Vier Worker mit verschiedenen quadratischen Funktionen, von denen jeder zwei von zwanzig Einträgen sendet. Ihre Gradienten heben sich am gemeinsamen Minimum auf, ohne null zu sein, deshalb bleibt Fehlerrückführung bei konstanter Lernrate auf einem Plateau stehen; EF21 nicht.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Free: the weights reach the workers in no time, as the papers count. Dense: they, or what an algorithm sends in their place, are carried over the server&apos;s egress and the downlinks.</source>
        <translation>Gratis: Die Gewichte erreichen die Worker ohne Zeitverbrauch, wie in den Papers gezählt. Dicht: Die Gewichte oder das, was ein Algorithmus an ihrer Stelle sendet, gehen über den Ausgang des Servers und die Downlinks.</translation>
    </message>
    <message>
        <source>Full speed for</source>
        <translation>Volles Tempo für</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>Voll verbunden</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauß</translation>
    </message>
    <message>
        <source>Golomb</source>
        <translation>Golomb</translation>
    </message>
    <message>
        <source>GraVAC-like</source>
        <translation>GraVAC-artig</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>Gradientenrauschen</translation>
    </message>
    <message>
        <source>Gradients whose norm is above this, divided by the root of the number of workers, are scaled down to that before their momentum is taken; 0 for none.</source>
        <translation>Gradienten, deren Norm über diesem durch die Wurzel aus der Zahl der Worker liegt, werden darauf verkleinert, bevor ihr Momentum genommen wird; 0 für keine.</translation>
    </message>
    <message>
        <source>Gradients&apos; share</source>
        <translation>Gradientenanteil</translation>
    </message>
    <message>
        <source>Halving-doubling all-reduce</source>
        <translation>Halving-Doubling-All-Reduce</translation>
    </message>
    <message>
        <source>Handwritten digits, 28x28 grey, 60,000 to train on and 10,000 to test on.</source>
        <translation>Handgeschriebene Ziffern, 28x28 grau, 60&#x202f;000 zum Trainieren und 10&#x202f;000 zum Testen.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Heterogeneity</source>
        <translation>Heterogenität</translation>
    </message>
    <message>
        <source>Heterogeneous quadratic</source>
        <translation>Heterogen quadratisch</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Schichtbreite</translation>
    </message>
    <message>
        <source>How a worker&apos;s update becomes the bytes that travel.</source>
        <translation>Wie das Update eines Workers zu den Bytes wird, die übertragen werden.</translation>
    </message>
    <message>
        <source>How far each digit is shifted at random, at most, whenever it is drawn.</source>
        <translation>Wie weit jede Ziffer höchstens zufällig verschoben wird, sooft sie gezogen wird.</translation>
    </message>
    <message>
        <source>How far every weight moves in every iteration.</source>
        <translation>Wie weit sich jedes Gewicht in jeder Iteration bewegt.</translation>
    </message>
    <message>
        <source>How far the weights behind a worker&apos;s own examples are from the common ones, over the length of these.</source>
        <translation>Wie weit die Gewichte hinter den eigenen Beispielen eines Workers von den gemeinsamen entfernt sind, geteilt durch deren Länge.</translation>
    </message>
    <message>
        <source>How far the weights move for a gradient of a given length. The server adds the workers up, as the SASG authors do, so that ten workers step ten times as far as one.</source>
        <translation>Wie weit sich die Gewichte bei einem Gradienten gegebener Länge bewegen. Der Server addiert die Worker, wie es die Autoren von SASG tun, sodass zehn Worker zehnmal so weit gehen wie einer.</translation>
    </message>
    <message>
        <source>How far the workers&apos; mean function is above its minimum, for models that know it, where evaluated.</source>
        <translation>Wie weit die mittlere Funktion der Worker über ihrem Minimum liegt, bei Modellen, die es kennen, wo ausgewertet.</translation>
    </message>
    <message>
        <source>How levels are written: each in as many bits as the greatest needs, or in Elias codes, which take less where most levels are zero, and more time.</source>
        <translation>Wie Stufen geschrieben werden: jede in so vielen Bits, wie die größte braucht, oder in Elias-Codes, die weniger brauchen, wo die meisten Stufen null sind, und mehr Zeit.</translation>
    </message>
    <message>
        <source>How long a gradient takes on the emulated workers: always the same, random around a median (lognormal, or Pareto with its rare very long ones), at full speed and slowed down by turns, at a speed that follows a trace, or as long as it took on this machine.</source>
        <translation>Wie lange ein Gradient auf den emulierten Workern dauert: immer gleich lange, zufällig um einen Median (lognormal, oder Pareto mit seltenen sehr langen), abwechselnd mit vollem Tempo und gebremst, mit einem Tempo, das einem Verlauf folgt, oder so lange, wie er auf diesem Rechner dauerte.</translation>
    </message>
    <message>
        <source>How long after a drop a message is sent again; twice as long after each further one, up to a minute.</source>
        <translation>Wie lange nach dem Verwerfen eine Nachricht erneut gesendet wird; nach jedem weiteren doppelt so lange, bis zu einer Minute.</translation>
    </message>
    <message>
        <source>How long it goes on and when it is evaluated.</source>
        <translation>Wie lange der Lauf dauert und wann er ausgewertet wird.</translation>
    </message>
    <message>
        <source>How many images to measure accuracy on.</source>
        <translation>An wie vielen Bildern die Genauigkeit gemessen wird.</translation>
    </message>
    <message>
        <source>How many images to train on.</source>
        <translation>An wie vielen Bildern trainiert wird.</translation>
    </message>
    <message>
        <source>How many runs of one class a worker has: fewer are less alike.</source>
        <translation>Wie viele Stücke aus je einer Klasse ein Worker hat: Bei weniger sind die Worker einander unähnlicher.</translation>
    </message>
    <message>
        <source>How many times as long the work takes in a slow phase.</source>
        <translation>Wievielmal so lange die Arbeit in einer langsamen Phase dauert.</translation>
    </message>
    <message>
        <source>How many times larger each level is than the one below it: a larger base reaches smaller entries with as many levels, a smaller one rounds more finely. There are no levels below 2⁻⁹⁴.</source>
        <translation>Wievielmal so groß jede Stufe ist wie die darunter: Eine größere Basis erreicht mit ebenso vielen Stufen kleinere Einträge, eine kleinere rundet feiner. Unter 2⁻⁹⁴ gibt es keine Stufen.</translation>
    </message>
    <message>
        <source>How much leaves a link in no time after it has been idle for long enough, as behind tc&apos;s tbf; 0 for a plain link.</source>
        <translation>Wie viel eine Leitung sofort verlässt, nachdem sie lange genug untätig war, wie hinter dem tbf von tc; 0 für eine einfache Leitung.</translation>
    </message>
    <message>
        <source>How much of a message a worker&apos;s shift takes in.</source>
        <translation>Wie viel von einer Nachricht die Verschiebung eines Workers aufnimmt.</translation>
    </message>
    <message>
        <source>How often: with the probability 1 / (1 + ω) of an unbiased compressor whose variance ω is proven (of others 1 / δ, or 0.1), or a chosen one.</source>
        <translation>Wie oft: mit der Wahrscheinlichkeit 1 / (1 + ω) eines unverzerrten Kompressors, dessen Varianz ω bewiesen ist (bei anderen 1 / δ oder 0.1), oder mit einer gewählten.</translation>
    </message>
    <message>
        <source>How phi grows with an iteration of staleness: by 1 / (1 - delta / 2), as derived, or by 1 / (1 - delta), as a secondary source prints it.</source>
        <translation>Wie phi mit einer Iteration Veraltung wächst: um den Faktor 1 / (1 - delta / 2), wie hergeleitet, oder um den Faktor 1 / (1 - delta), wie es in einer Sekundärquelle steht.</translation>
    </message>
    <message>
        <source>How positions are written: in as many bits as the model&apos;s length needs, in 32, or in a code that is short where they lie close together; automatic takes the shortest of bitmap, Rice and Golomb for each message.</source>
        <translation>Wie Positionen geschrieben werden: in so vielen Bits, wie die Länge des Modells braucht, in 32 oder in einem Code, der kurz ist, wo sie dicht beieinanderliegen; automatisch nimmt für jede Nachricht den kürzesten von Bitmap, Rice und Golomb.</translation>
    </message>
    <message>
        <source>How the curvatures lie between 1 and κ: by equal steps or by equal factors.</source>
        <translation>Wie die Krümmungen zwischen 1 und κ liegen: in gleichen Schritten oder mit gleichen Faktoren.</translation>
    </message>
    <message>
        <source>How the entries are distributed: Gaussian N(0, 1), Laplace, uniform in [0, 1), exponential with mean 1, or a power law of the ranked magnitudes.</source>
        <translation>Wie die Einträge verteilt sind: Gauß N(0, 1), Laplace, uniform in [0, 1), exponentiell mit Mittelwert 1 oder nach einem Potenzgesetz der Beträge nach Rang.</translation>
    </message>
    <message>
        <source>How the latency varies from message to message; it is never negative.</source>
        <translation>Wie die Latenz von Nachricht zu Nachricht schwankt; sie ist nie negativ.</translation>
    </message>
    <message>
        <source>How the learning rate falls over the epochs: not at all, in steps, or as half a cosine wave.</source>
        <translation>Wie die Lernrate über die Epochen fällt: gar nicht, in Stufen oder als halbe Kosinuswelle.</translation>
    </message>
    <message>
        <source>How the training examples are dealt out to the workers.</source>
        <translation>Wie die Trainingsbeispiele auf die Worker verteilt werden.</translation>
    </message>
    <message>
        <source>Hysteresis</source>
        <translation>Hysterese</translation>
    </message>
    <message>
        <source>IID</source>
        <translation>IID</translation>
    </message>
    <message>
        <source>Ideal</source>
        <translation>Ideal</translation>
    </message>
    <message>
        <source>Image seed</source>
        <translation>Bildstartwert</translation>
    </message>
    <message>
        <source>In bursts</source>
        <translation>In Schüben</translation>
    </message>
    <message>
        <source>In every packet</source>
        <translation>In jedem Paket</translation>
    </message>
    <message>
        <source>In force until the first choice.</source>
        <translation>Gilt bis zur ersten Wahl.</translation>
    </message>
    <message>
        <source>In force until the first message&apos;s time is known.</source>
        <translation>Gilt, bis die Zeit der ersten Nachricht bekannt ist.</translation>
    </message>
    <message>
        <source>In the average of a worker&apos;s gradients; 1 for no average.</source>
        <translation>Im Mittel der Gradienten eines Workers; 1 für kein Mittel.</translation>
    </message>
    <message>
        <source>Index coding</source>
        <translation>Indexkodierung</translation>
    </message>
    <message>
        <source>Induced</source>
        <translation>Induziert</translation>
    </message>
    <message>
        <source>Integer rounding</source>
        <translation>Ganzzahlrundung</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Interval in</source>
        <translation>Intervall in</translation>
    </message>
    <message>
        <source>Iteration limit</source>
        <translation>Iterationsgrenze</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Iterations after which staleness and kept fraction are chosen again.</source>
        <translation>Iterationen, nach denen Veraltung und behaltener Anteil neu gewählt werden.</translation>
    </message>
    <message>
        <source>Iterations after which the fractions are chosen anew.</source>
        <translation>Iterationen, nach denen die Anteile neu gewählt werden.</translation>
    </message>
    <message>
        <source>Iterations after which the kept fraction takes a step.</source>
        <translation>Iterationen, nach denen der behaltene Anteil einen Schritt macht.</translation>
    </message>
    <message>
        <source>Iterations at the beginning in which whole gradients are averaged.</source>
        <translation>Iterationen am Anfang, in denen ganze Gradienten gemittelt werden.</translation>
    </message>
    <message>
        <source>Iterations between sending an update and applying it: workers go on computing while it is under way; 0 waits for every update.</source>
        <translation>Iterationen zwischen dem Senden und dem Anwenden eines Updates: Die Worker rechnen weiter, während es unterwegs ist; 0 wartet auf jedes Update.</translation>
    </message>
    <message>
        <source>Iterations between two evaluations on the test set.</source>
        <translation>Iterationen zwischen zwei Auswertungen auf den Testdaten.</translation>
    </message>
    <message>
        <source>Iterations from one reset of the errors to the next.</source>
        <translation>Iterationen von einem Rücksetzen der Fehler zum nächsten.</translation>
    </message>
    <message>
        <source>Iterations to the target</source>
        <translation>Iterationen bis zum Ziel</translation>
    </message>
    <message>
        <source>Iterations until the mean of the workers&apos; gradients takes the place of a worker&apos;s own; each worker keeps as many gradients. 0 waits for every mean.</source>
        <translation>Iterationen, bis das Mittel der Gradienten der Worker an die Stelle des eigenen tritt; jeder Worker behält ebenso viele Gradienten. 0 wartet auf jedes Mittel.</translation>
    </message>
    <message>
        <source>Iterations whose uploads have been sent but are not in the next weights yet.</source>
        <translation>Iterationen, deren Uploads gesendet, aber in den nächsten Gewichten noch nicht enthalten sind.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Jitter&apos;s spread</source>
        <translation>Jitterstreuung</translation>
    </message>
    <message>
        <source>Keep their order</source>
        <translation>Bleibt erhalten</translation>
    </message>
    <message>
        <source>Keep their order: one that would overtake arrives with the one before it. May overtake: every message has a latency of its own.</source>
        <translation>Bleibt erhalten: Eine Nachricht, die überholen würde, kommt mit der vor ihr an. Darf sich ändern: Jede Nachricht hat ihre eigene Latenz.</translation>
    </message>
    <message>
        <source>Keeps each entry as it is by the toss of a coin.</source>
        <translation>Behält jeden Eintrag unverändert oder gar nicht, nach einem Münzwurf.</translation>
    </message>
    <message>
        <source>Keeps entries chosen at random, from a seed that both sides know.</source>
        <translation>Behält zufällig gewählte Einträge, aus einem Startwert, den beide Seiten kennen.</translation>
    </message>
    <message>
        <source>Keeps one entry at random, the larger the likelier.</source>
        <translation>Behält einen zufälligen Eintrag, je größer, desto wahrscheinlicher.</translation>
    </message>
    <message>
        <source>Keeps the entries of largest magnitude and rounds them to powers of a base times a norm.</source>
        <translation>Behält die Einträge mit den größten Beträgen und rundet sie auf Norm mal Potenz einer Basis.</translation>
    </message>
    <message>
        <source>Keeps the entries of largest magnitude and rounds them to powers of two.</source>
        <translation>Behält die Einträge mit den größten Beträgen und rundet sie auf Zweierpotenzen.</translation>
    </message>
    <message>
        <source>Keeps the entries of largest magnitude as half-precision floats.</source>
        <translation>Behält die Einträge mit den größten Beträgen als Gleitkommazahlen halber Genauigkeit.</translation>
    </message>
    <message>
        <source>Keeps the entries of largest magnitude.</source>
        <translation>Behält die Einträge mit den größten Beträgen.</translation>
    </message>
    <message>
        <source>Keeps the entries whose magnitude reaches a threshold.</source>
        <translation>Behält die Einträge, deren Betrag eine Schwelle erreicht.</translation>
    </message>
    <message>
        <source>Kept count k</source>
        <translation>Behaltene Zahl k</translation>
    </message>
    <message>
        <source>Kept entries</source>
        <translation>Gesendete Werte</translation>
    </message>
    <message>
        <source>Kept fraction after warm-up δ</source>
        <translation>Behaltener Anteil nach Aufwärmen δ</translation>
    </message>
    <message>
        <source>Kept fraction k</source>
        <translation>Behaltener Anteil k</translation>
    </message>
    <message>
        <source>Kept fraction p</source>
        <translation>Behaltener Anteil p</translation>
    </message>
    <message>
        <source>Kept fraction r</source>
        <translation>Behaltener Anteil r</translation>
    </message>
    <message>
        <source>Kept open, slow again after a pause</source>
        <translation>Offen gehalten, nach einer Pause wieder langsam</translation>
    </message>
    <message>
        <source>Kimad-like</source>
        <translation>Kimad-artig</translation>
    </message>
    <message>
        <source>LASG</source>
        <translation>LASG</translation>
    </message>
    <message>
        <source>LASG&apos;s failing ancestor: the comparison with the last uploaded gradient, on another minibatch, hardly ever lets a worker skip.</source>
        <translation>Der gescheiterte Vorläufer von LASG: Der Vergleich mit dem zuletzt hochgeladenen Gradienten, auf einem anderen Minibatch, lässt einen Worker fast nie auslassen.</translation>
    </message>
    <message>
        <source>LTE-like</source>
        <translation>LTE-artig</translation>
    </message>
    <message>
        <source>Laplace</source>
        <translation>Laplace</translation>
    </message>
    <message>
        <source>Large kept fraction</source>
        <translation>Großer behaltener Anteil</translation>
    </message>
    <message>
        <source>Large: all workers alike. Small: each has few classes.</source>
        <translation>Groß: alle Worker gleich. Klein: jeder hat wenige Klassen.</translation>
    </message>
    <message>
        <source>Largest of</source>
        <translation>Größte je</translation>
    </message>
    <message>
        <source>Largest packet without Ethernet&apos;s 14 B of header; 52 B of it are IPv4&apos;s and TCP&apos;s (with timestamps).</source>
        <translation>Größtes Paket ohne die 14 B Header von Ethernet; 52 B davon sind die von IPv4 und TCP (mit Zeitstempeln).</translation>
    </message>
    <message>
        <source>Late updates are corrected by this times their squares and how far the weights have moved since; 0 for not at all.</source>
        <translation>Verspätete Updates werden um dieses Vielfache ihrer Quadrate, multipliziert mit dem Weg der Gewichte seither, korrigiert; 0 für gar nicht.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>Learning rate γ</source>
        <translation>Lernrate γ</translation>
    </message>
    <message>
        <source>Least gain ε</source>
        <translation>Mindestgewinn ε</translation>
    </message>
    <message>
        <source>Least kept</source>
        <translation>Mindestanteil</translation>
    </message>
    <message>
        <source>Least kept fraction</source>
        <translation>Mindestanteil</translation>
    </message>
    <message>
        <source>Level coding</source>
        <translation>Stufenkodierung</translation>
    </message>
    <message>
        <source>Levels s</source>
        <translation>Stufen s</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Begrenzt</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>Lineare Regression</translation>
    </message>
    <message>
        <source>Link bandwidth</source>
        <translation>Leitungsbandbreite</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Logistische Regression</translation>
    </message>
    <message>
        <source>Logistic regression, ℓ₂</source>
        <translation>Logistische Regression, ℓ₂</translation>
    </message>
    <message>
        <source>Lognormal</source>
        <translation>Lognormal</translation>
    </message>
    <message>
        <source>Lost packets are sent again, a round trip later each time. In bursts: the link is good or bad, and loses more while it is bad (Gilbert-Elliott).</source>
        <translation>Verlorene Pakete werden erneut gesendet, jedes Mal eine Umlaufzeit später. In Schüben: Die Leitung ist gut oder schlecht und verliert mehr, solange sie schlecht ist (Gilbert-Elliott).</translation>
    </message>
    <message>
        <source>MARINA</source>
        <translation>MARINA</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>MNIST and CIFAR-10 mixed</source>
        <translation>MNIST und CIFAR-10 gemischt</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Magnitudes are clipped at so many times the tensor&apos;s root mean square.</source>
        <translation>Beträge werden bei diesem Vielfachen des quadratischen Mittels des Tensors gekappt.</translation>
    </message>
    <message>
        <source>Mask&apos;s seed</source>
        <translation>Maskenstartwert</translation>
    </message>
    <message>
        <source>Matrix rows</source>
        <translation>Matrixzeilen</translation>
    </message>
    <message>
        <source>May overtake</source>
        <translation>Darf sich ändern</translation>
    </message>
    <message>
        <source>Mean loss over the test set, where evaluated.</source>
        <translation>Mittlerer Verlust über die Testdaten, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Mean of</source>
        <translation>Mittel je</translation>
    </message>
    <message>
        <source>Mean of the training loss since the epoch began.</source>
        <translation>Mittel des Trainingsverlusts seit Beginn der Epoche.</translation>
    </message>
    <message>
        <source>Mean over workers of this iteration&apos;s minibatch loss.</source>
        <translation>Mittel des Minibatch-Verlusts dieser Iteration über die Worker.</translation>
    </message>
    <message>
        <source>Means of</source>
        <translation>Mittel je</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>Hier gemessen</translation>
    </message>
    <message>
        <source>Message overhead</source>
        <translation>Overhead je Nachricht</translation>
    </message>
    <message>
        <source>Messages as large as</source>
        <translation>Nachrichten so groß wie</translation>
    </message>
    <message>
        <source>Messages on a link</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Messages share a link</source>
        <translation>Leitung geteilt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Momentum factor masking</source>
        <translation>Momentumfaktor-Maskierung</translation>
    </message>
    <message>
        <source>Momentum m</source>
        <translation>Momentum m</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>Momentum μ</translation>
    </message>
    <message>
        <source>Monitor&apos;s weight</source>
        <translation>Gewicht des Monitors</translation>
    </message>
    <message>
        <source>Most kept</source>
        <translation>Höchstanteil</translation>
    </message>
    <message>
        <source>Multiplies each worker&apos;s gradient; the server adds the workers up, so the rate on the mean gradient is γ times the number of workers.</source>
        <translation>Multipliziert den Gradienten jedes Workers; der Server summiert über die Worker, daher ist die Rate für den mittleren Gradienten γ mal die Zahl der Worker.</translation>
    </message>
    <message>
        <source>Multiplies every entry by a constant and rounds it to a whole number.</source>
        <translation>Multipliziert jeden Eintrag mit einer Konstanten und rundet ihn auf eine ganze Zahl.</translation>
    </message>
    <message>
        <source>Multiplies the bandwidths of the trace.</source>
        <translation>Multipliziert die Bandbreiten des Verlaufs.</translation>
    </message>
    <message>
        <source>Multiplies the mean of the workers&apos; updates.</source>
        <translation>Multipliziert das Mittel der Updates der Worker.</translation>
    </message>
    <message>
        <source>Multiplies the worker&apos;s compute times.</source>
        <translation>Multipliziert die Rechenzeiten des Workers.</translation>
    </message>
    <message>
        <source>Natural compression</source>
        <translation>Natürliche Kompression</translation>
    </message>
    <message>
        <source>Natural dithering</source>
        <translation>Natürliches Dithering</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov-Momentum</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Newest gain&apos;s weight</source>
        <translation>Gewicht des neuen Gewinns</translation>
    </message>
    <message>
        <source>Newest gradient&apos;s weight η</source>
        <translation>Gewicht des neuen Gradienten η</translation>
    </message>
    <message>
        <source>No server: every worker&apos;s message is passed on around a ring until all have all of them. For messages of any size, also compressed ones and skipped ones.</source>
        <translation>Kein Server: Die Nachricht jedes Workers wird in einem Ring weitergereicht, bis jeder alle hat. Für Nachrichten jeder Größe, auch komprimierte und ausgelassene.</translation>
    </message>
    <message>
        <source>No server: gradients are added up a binary tree to worker 1, and the sum comes back down. For whole gradients; few steps, but whole vectors in each.</source>
        <translation>Kein Server: Gradienten werden einen Binärbaum hinauf bis zu Worker 1 summiert, und die Summe kommt wieder herunter. Für ganze Gradienten; wenige Schritte, aber in jedem ganze Vektoren.</translation>
    </message>
    <message>
        <source>No server: gradients are added up around a ring in as many chunks as there are workers, then the sum goes around. For whole gradients.</source>
        <translation>Kein Server: Gradienten werden in einem Ring summiert, in so vielen Stücken, wie es Worker gibt, dann läuft die Summe um. Für ganze Gradienten.</translation>
    </message>
    <message>
        <source>No server: two binary trees at once, each for half of every gradient; who passes on in one is a leaf of the other. For whole gradients; few steps, half vectors in each.</source>
        <translation>Kein Server: zwei Binärbäume zugleich, jeder für eine Hälfte jedes Gradienten; wer in einem weitergibt, ist im anderen ein Blatt. Für ganze Gradienten; wenige Schritte, in jedem halbe Vektoren.</translation>
    </message>
    <message>
        <source>No server: workers exchange halves, quarters and so on with ever nearer ones and then back. For whole gradients; best for powers of two.</source>
        <translation>Kein Server: Worker tauschen Hälften, Viertel und so weiter mit immer näheren aus und dann zurück. Für ganze Gradienten; am besten für Zweierpotenzen.</translation>
    </message>
    <message>
        <source>Noise grows with</source>
        <translation>Rauschen wächst mit</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>None (dense)</source>
        <translation>Keiner (dicht)</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Norm of</source>
        <translation>Norm je</translation>
    </message>
    <message>
        <source>Norm p</source>
        <translation>Norm p</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Number of entries that are sent: of each tensor, or of the whole model, as the scope says; at most all.</source>
        <translation>Zahl der Einträge, die gesendet werden: von jedem Tensor oder vom ganzen Modell, je nach Wahl; höchstens alle.</translation>
    </message>
    <message>
        <source>Number of the model&apos;s entries that are sent; at most all.</source>
        <translation>Zahl der Einträge des Modells, die gesendet werden; höchstens alle.</translation>
    </message>
    <message>
        <source>Number of entries that share a norm.</source>
        <translation>Zahl der Einträge, die sich eine Norm teilen.</translation>
    </message>
    <message>
        <source>Number of levels above zero: each further one is by the base smaller than the last, and what lies below the smallest is rounded to it or to zero.</source>
        <translation>Zahl der Stufen über null: Jede weitere ist um den Faktor der Basis kleiner als die letzte, und was unter der kleinsten liegt, wird auf sie oder auf null gerundet.</translation>
    </message>
    <message>
        <source>Number of steps between zero and the norm: more of them mean less error and more bits an entry.</source>
        <translation>Zahl der Stufen zwischen null und der Norm: Mehr davon bedeuten weniger Fehler und mehr Bits je Eintrag.</translation>
    </message>
    <message>
        <source>Number of weights, and of entries of an example.</source>
        <translation>Zahl der Gewichte und der Einträge eines Beispiels.</translation>
    </message>
    <message>
        <source>Number of weights.</source>
        <translation>Zahl der Gewichte.</translation>
    </message>
    <message>
        <source>Number of workers, each with its own shard of the training set.</source>
        <translation>Zahl der Worker, jeder mit einem eigenen Anteil an den Trainingsdaten.</translation>
    </message>
    <message>
        <source>Of a dataset put together of several, every worker holds one: worker 1 the first, worker 2 the second, and so on, over and over.</source>
        <translation>Von einem aus mehreren zusammengesetzten Datensatz hat jeder Worker einen: Worker 1 den ersten, Worker 2 den zweiten und so weiter, immer wieder von vorn.</translation>
    </message>
    <message>
        <source>Of an iteration in which all send whole gradients.</source>
        <translation>Dass in einer Iteration alle ganze Gradienten senden.</translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: behind other messages, on the critical path.</source>
        <translation>Von der simulierten Zeit einer Iteration: Warten hinter anderen Nachrichten, auf dem kritischen Pfad.</translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: computing the gradient, on the critical path.</source>
        <translation>Von der simulierten Zeit einer Iteration: Rechnen des Gradienten, auf dem kritischen Pfad.</translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: encoding the upload, on the critical path.</source>
        <translation>Von der simulierten Zeit einer Iteration: Kodieren des Uploads, auf dem kritischen Pfad.</translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: propagation, on the critical path.</source>
        <translation>Von der simulierten Zeit einer Iteration: Signalausbreitung, auf dem kritischen Pfad.</translation>
    </message>
    <message>
        <source>Of an iteration&apos;s simulated time: serialisation, on the critical path.</source>
        <translation>Von der simulierten Zeit einer Iteration: Serialisierung, auf dem kritischen Pfad.</translation>
    </message>
    <message>
        <source>Of models that normalise batches: whether all workers share the running statistics that the model is evaluated with, or each has its own, of which evaluation takes the mean over the workers.</source>
        <translation>Bei Modellen, die Batches normalisieren: ob sich alle Worker die laufenden Statistiken teilen, mit denen das Modell ausgewertet wird, oder jeder seine eigenen hat, von denen die Auswertung das Mittel über die Worker nimmt.</translation>
    </message>
    <message>
        <source>Of the whole run, on the emulator&apos;s clock.</source>
        <translation>Des ganzen Laufs, auf der Uhr des Emulators.</translation>
    </message>
    <message>
        <source>Of the whole run, with positions, framing and message overhead.</source>
        <translation>Des ganzen Laufs, mit Positionen, Rahmendaten und Overhead der Nachrichten.</translation>
    </message>
    <message>
        <source>Of the whole run.</source>
        <translation>Des ganzen Laufs.</translation>
    </message>
    <message>
        <source>Of this iteration&apos;s messages, as the operator&apos;s paper counts, where evaluated.</source>
        <translation>Der Nachrichten dieser Iteration, wie im Paper des Operators gezählt, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Of this iteration&apos;s uploads, those made because of the delay bound, or by a worker that came back.</source>
        <translation>Die Uploads dieser Iteration, die wegen der Verzögerungsgrenze oder von zurückgekehrten Workern gemacht wurden.</translation>
    </message>
    <message>
        <source>On the page Compressors put buckets, each tensor and the whole model side by side: variance against bits.</source>
        <translation>Auf der Seite „Kompressoren“ Blöcke, jeden Tensor und das ganze Modell nebeneinanderstellen: Varianz gegen Bits.</translation>
    </message>
    <message>
        <source>On worker 1</source>
        <translation>Auf Worker 1</translation>
    </message>
    <message>
        <source>Once a message</source>
        <translation>Je Nachricht</translation>
    </message>
    <message>
        <source>Once a message, or in every packet of an Ethernet that carries TCP.</source>
        <translation>Einmal je Nachricht oder in jedem Paket eines Ethernets, das TCP trägt.</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Nacheinander</translation>
    </message>
    <message>
        <source>One after the other, each link passing on whole messages, or all at once with fair shares (max-min), a message on all its links at the same time.</source>
        <translation>Nacheinander, wobei jede Leitung ganze Nachrichten weitergibt, oder alle zugleich mit fairen Anteilen (Max-Min), eine Nachricht auf allen ihren Leitungen zur selben Zeit.</translation>
    </message>
    <message>
        <source>One hidden layer with ReLU; with 512 units, 407,050 weights for MNIST.</source>
        <translation>Eine verdeckte Schicht mit ReLU; mit 512 Neuronen 407&#x202f;050 Gewichte für MNIST.</translation>
    </message>
    <message>
        <source>One linear layer, a convex problem; 7,850 weights for MNIST.</source>
        <translation>Eine lineare Schicht, ein konvexes Problem; 7&#x202f;850 Gewichte für MNIST.</translation>
    </message>
    <message>
        <source>One worker descends a quadratic of 100 weights and condition number 100 by the five largest entries of its gradient: far faster than the rate that theory guarantees, 1 − k / (d κ) an iteration, which is that of the worst case.</source>
        <translation>Ein Worker steigt eine quadratische Funktion mit 100 Gewichten und Konditionszahl 100 mit den fünf größten Einträgen seines Gradienten hinab: viel schneller als mit der Rate, die die Theorie garantiert, 1 − k / (d κ) je Iteration; sie ist die des schlimmsten Falls.</translation>
    </message>
    <message>
        <source>Operators that work on matrices take the vector for a matrix of that many rows; 1: a vector. d is a multiple of it.</source>
        <translation>Operatoren, die auf Matrizen arbeiten, nehmen den Vektor als Matrix mit so vielen Zeilen; 1: ein Vektor. d ist ein Vielfaches davon.</translation>
    </message>
    <message>
        <source>Packet loss</source>
        <translation>Paketverlust</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>Verlorene Pakete</translation>
    </message>
    <message>
        <source>Packets lost in a burst</source>
        <translation>Verlorene Pakete im Schub</translation>
    </message>
    <message>
        <source>Painted over it</source>
        <translation>Von Hand gemalt</translation>
    </message>
    <message>
        <source>Parameter server</source>
        <translation>Parameterserver</translation>
    </message>
    <message>
        <source>Pareto</source>
        <translation>Pareto</translation>
    </message>
    <message>
        <source>Pareto&apos;s exponent: the share of gradients that take x times the least is x to the minus this. The smaller, the more very long ones; at 2 and less their variance is not finite.</source>
        <translation>Exponent der Pareto-Verteilung: Der Anteil der Gradienten, die mindestens x-mal so lange wie der kürzeste dauern, ist x hoch minus diese Zahl. Je kleiner, desto mehr sehr lange; bei 2 und weniger ist ihre Varianz nicht endlich.</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Parts of equal size that the weights are divided into.</source>
        <translation>Gleich große Teile, in die die Gewichte geteilt werden.</translation>
    </message>
    <message>
        <source>Passes of every worker over its shard.</source>
        <translation>Durchgänge jedes Workers durch seinen Datenanteil.</translation>
    </message>
    <message>
        <source>Passes over a worker&apos;s shard so far.</source>
        <translation>Bisherige Durchgänge durch den Datenanteil eines Workers.</translation>
    </message>
    <message>
        <source>Payload bits</source>
        <translation>Nutzbits</translation>
    </message>
    <message>
        <source>Payload bits to the target</source>
        <translation>Nutzbits bis zum Ziel</translation>
    </message>
    <message>
        <source>Photographs and handwritten digits, 32x32 in colour, in ten shared classes, 110,000 to train on, 20,000 to test; how they are mixed is our choice.</source>
        <translation>Fotos und handgeschriebene Ziffern, 32x32 in Farbe, in zehn gemeinsamen Klassen, 110&#x202f;000 zum Trainieren, 20&#x202f;000 zum Testen; wie sie gemischt sind, ist unsere Wahl.</translation>
    </message>
    <message>
        <source>Photographs in 100 classes, 32x32 in colour, 50,000 to train on, 10,000 to test.</source>
        <translation>Fotos in 100 Klassen, 32x32 in Farbe, 50&#x202f;000 zum Trainieren, 10&#x202f;000 zum Testen.</translation>
    </message>
    <message>
        <source>Photographs in ten classes, 32x32 in colour, 50,000 to train on, 10,000 to test.</source>
        <translation>Fotos in zehn Klassen, 32x32 in Farbe, 50&#x202f;000 zum Trainieren, 10&#x202f;000 zum Testen.</translation>
    </message>
    <message>
        <source>Pieces a worker</source>
        <translation>Stücke je Worker</translation>
    </message>
    <message>
        <source>Pieces of clothing, 28x28 grey, 60,000 to train on and 10,000 to test on.</source>
        <translation>Kleidungsstücke, 28x28 grau, 60&#x202f;000 zum Trainieren und 10&#x202f;000 zum Testen.</translation>
    </message>
    <message>
        <source>Plain synchronous SGD: every worker uploads its whole gradient in every iteration. The baseline that sparse-mnist, lasg-mnist and sasg-mnist are measured against.</source>
        <translation>Gewöhnliches synchrones SGD: Jeder Worker lädt in jeder Iteration seinen ganzen Gradienten hoch. Der Vergleichslauf, an dem sparse-mnist, lasg-mnist und sasg-mnist gemessen werden.</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Power law</source>
        <translation>Potenzgesetz</translation>
    </message>
    <message>
        <source>PowerSGD</source>
        <translation>PowerSGD</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Anwesend</translation>
    </message>
    <message>
        <source>Probability before each packet that the link turns bad.</source>
        <translation>Wahrscheinlichkeit vor jedem Paket, dass die Leitung schlecht wird.</translation>
    </message>
    <message>
        <source>Probability before each packet that the link turns good again: a burst has one over this many packets.</source>
        <translation>Wahrscheinlichkeit vor jedem Paket, dass die Leitung wieder gut wird: Ein Schub hat im Mittel so viele Pakete wie der Kehrwert davon.</translation>
    </message>
    <message>
        <source>Probability of each entry to be sent, independently of all others.</source>
        <translation>Wahrscheinlichkeit jedes Eintrags, gesendet zu werden, unabhängig von allen anderen.</translation>
    </message>
    <message>
        <source>Probability p</source>
        <translation>Wahrscheinlichkeit p</translation>
    </message>
    <message>
        <source>Problem&apos;s seed</source>
        <translation>Problemstartwert</translation>
    </message>
    <message>
        <source>Propagation delay between a worker and the server, one way.</source>
        <translation>Signallaufzeit zwischen einem Worker und dem Server, in einer Richtung.</translation>
    </message>
    <message>
        <source>Propagation delay from a worker to the next; a message that is passed on has it each time.</source>
        <translation>Signallaufzeit von einem Worker zum nächsten; eine weitergereichte Nachricht hat sie jedes Mal.</translation>
    </message>
    <message>
        <source>Propagation time</source>
        <translation>Signallaufzeit</translation>
    </message>
    <message>
        <source>Quadratic</source>
        <translation>Quadratisch</translation>
    </message>
    <message>
        <source>Quantile buckets</source>
        <translation>Quantil-Buckets</translation>
    </message>
    <message>
        <source>Queue&apos;s size</source>
        <translation>Puffergröße</translation>
    </message>
    <message>
        <source>Queueing time</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Rand-k</source>
        <translation>Rand-k</translation>
    </message>
    <message>
        <source>Random share is</source>
        <translation>Zufallsanteil ist</translation>
    </message>
    <message>
        <source>Random share p</source>
        <translation>Zufallsanteil p</translation>
    </message>
    <message>
        <source>Random sparsification</source>
        <translation>Zufälliges Ausdünnen</translation>
    </message>
    <message>
        <source>Rank r</source>
        <translation>Rang r</translation>
    </message>
    <message>
        <source>Regularisation λ</source>
        <translation>Regularisierung λ</translation>
    </message>
    <message>
        <source>Regularly</source>
        <translation>Regelmäßig</translation>
    </message>
    <message>
        <source>ResNet-18</source>
        <translation>ResNet-18</translation>
    </message>
    <message>
        <source>ResNet-20</source>
        <translation>ResNet-20</translation>
    </message>
    <message>
        <source>ResNet-8</source>
        <translation>ResNet-8</translation>
    </message>
    <message>
        <source>Reset every H</source>
        <translation>Rücksetzen alle H</translation>
    </message>
    <message>
        <source>Residual norm</source>
        <translation>Residuumsnorm</translation>
    </message>
    <message>
        <source>Rice</source>
        <translation>Rice</translation>
    </message>
    <message>
        <source>Ring all-gather</source>
        <translation>Ring-All-Gather</translation>
    </message>
    <message>
        <source>Ring all-reduce</source>
        <translation>Ring-All-Reduce</translation>
    </message>
    <message>
        <source>Root mean square over workers of the norm of what compression left out, where evaluated.</source>
        <translation>Quadratisches Mittel, über die Worker, der Norm dessen, was die Kompression weggelassen hat, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>Rounds every entry to a float of 8 significant bits and a float&apos;s range.</source>
        <translation>Rundet jeden Eintrag auf eine Gleitkommazahl mit 8 signifikanten Bits und dem Wertebereich eines Float.</translation>
    </message>
    <message>
        <source>Rounds every entry to a half-precision float; beyond its range to the largest.</source>
        <translation>Rundet jeden Eintrag auf eine Gleitkommazahl halber Genauigkeit; jenseits ihres Bereichs auf die größte.</translation>
    </message>
    <message>
        <source>Rounds every entry to a power of a base, up or down at random, right in the mean.</source>
        <translation>Rundet jeden Eintrag auf eine Potenz einer Basis, zufällig auf oder ab, im Mittel richtig.</translation>
    </message>
    <message>
        <source>Rounds every entry to a power of two, at random and right in the mean.</source>
        <translation>Rundet jeden Eintrag auf eine Zweierpotenz, zufällig und im Mittel richtig.</translation>
    </message>
    <message>
        <source>Rounds every entry to the nearest power of a base.</source>
        <translation>Rundet jeden Eintrag auf die nächste Potenz einer Basis.</translation>
    </message>
    <message>
        <source>Rounds to even steps of a norm, at random and right in the mean.</source>
        <translation>Rundet auf gleichmäßige Stufen einer Norm, zufällig und im Mittel richtig.</translation>
    </message>
    <message>
        <source>Rounds to powers of any base times a norm, at random and right in the mean.</source>
        <translation>Rundet auf Norm mal Potenz einer beliebigen Basis, zufällig und im Mittel richtig.</translation>
    </message>
    <message>
        <source>Rounds to powers of two times a norm, at random and right in the mean.</source>
        <translation>Rundet auf Norm mal Zweierpotenz, zufällig und im Mittel richtig.</translation>
    </message>
    <message>
        <source>Rounds to the target</source>
        <translation>Runden bis zum Ziel</translation>
    </message>
    <message>
        <source>Rule as in</source>
        <translation>Regel wie im</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>SASG</source>
        <translation>SASG</translation>
    </message>
    <message>
        <source>SASG on Fashion-MNIST: ten workers skip uploads that would change little, and send the largest hundredth of the rest. About 86 % test accuracy after four epochs, for less than a hundredth of plain SGD&apos;s payload bits.</source>
        <translation>SASG auf Fashion-MNIST: Zehn Worker lassen Uploads aus, die wenig ändern würden, und senden von den übrigen das größte Hundertstel. Etwa 86&#x202f;% Testgenauigkeit nach vier Epochen, für weniger als ein Hundertstel der Nutzbits des gewöhnlichen SGD.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Scale chi</source>
        <translation>Skala chi</translation>
    </message>
    <message>
        <source>Scaled sign</source>
        <translation>Skaliertes Vorzeichen</translation>
    </message>
    <message>
        <source>Scales every distortion, the noise and the foreign strokes; 0 is clean print.</source>
        <translation>Skaliert jede Verzerrung, das Rauschen und die fremden Striche; 0 ist sauberer Druck.</translation>
    </message>
    <message>
        <source>Scales turning, shifting, shading and noise; 0 is clean and upright.</source>
        <translation>Skaliert Drehung, Verschiebung, Schattierung und Rauschen; 0 ist sauber und aufrecht.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Second: base b</source>
        <translation>Dann: Basis b</translation>
    </message>
    <message>
        <source>Second: bucket size</source>
        <translation>Dann: Bucketgröße</translation>
    </message>
    <message>
        <source>Second: kept fraction k</source>
        <translation>Dann: behaltener Anteil k</translation>
    </message>
    <message>
        <source>Second: kept count k</source>
        <translation>Dann: behaltene Zahl k</translation>
    </message>
    <message>
        <source>Second: amount given as</source>
        <translation>Dann: Menge angegeben als</translation>
    </message>
    <message>
        <source>Second: level coding</source>
        <translation>Dann: Stufenkodierung</translation>
    </message>
    <message>
        <source>Second: levels s</source>
        <translation>Dann: Stufen s</translation>
    </message>
    <message>
        <source>Second: norm of</source>
        <translation>Dann: Norm je</translation>
    </message>
    <message>
        <source>Second: norm p</source>
        <translation>Dann: Norm p</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sends a fixed step up or down for every entry that is at least as large.</source>
        <translation>Sendet einen festen Schritt nach oben oder unten für jeden Eintrag, der mindestens so groß ist.</translation>
    </message>
    <message>
        <source>Sends each entry&apos;s sign and nothing of its size, as votes need it.</source>
        <translation>Sendet das Vorzeichen jedes Eintrags und nichts von seiner Größe, wie Abstimmungen es brauchen.</translation>
    </message>
    <message>
        <source>Sends each entry&apos;s sign, and the mean magnitude once.</source>
        <translation>Sendet das Vorzeichen jedes Eintrags und einmal den mittleren Betrag.</translation>
    </message>
    <message>
        <source>Sends each weight matrix as a product of two thin ones.</source>
        <translation>Sendet jede Gewichtsmatrix als Produkt von zwei schmalen.</translation>
    </message>
    <message>
        <source>Sends every entry as 0 or plus or minus its tensor&apos;s norm, right in the mean.</source>
        <translation>Sendet jeden Eintrag als 0 oder plus oder minus die Norm seines Tensors, im Mittel richtig.</translation>
    </message>
    <message>
        <source>Sends every entry as a 32-bit float.</source>
        <translation>Sendet jeden Eintrag als 32-Bit-Gleitkommazahl.</translation>
    </message>
    <message>
        <source>Sends one bit an entry and the means of the entries above and below 0.</source>
        <translation>Sendet ein Bit je Eintrag und die Mittelwerte der Einträge über und unter 0.</translation>
    </message>
    <message>
        <source>Sends the largest entries of a random part of the vector in a few bits each.</source>
        <translation>Sendet die größten Einträge eines zufälligen Teils des Vektors in je wenigen Bits.</translation>
    </message>
    <message>
        <source>Sends where the largest entries of each sign are, and one mean for each sign.</source>
        <translation>Sendet, wo die größten Einträge jedes Vorzeichens sind, und für jedes Vorzeichen einen Mittelwert.</translation>
    </message>
    <message>
        <source>Sent again after</source>
        <translation>Erneut gesendet nach</translation>
    </message>
    <message>
        <source>Sent as they are, as error feedback wants them, or multiplied by d/k, so that what is received is right in the mean.</source>
        <translation>Gesendet, wie sie sind, wie es die Fehlerrückführung will, oder mit d/k multipliziert, damit das Empfangene im Mittel richtig ist.</translation>
    </message>
    <message>
        <source>Sent entries that share a scale of 16 bits.</source>
        <translation>Gesendete Einträge, die sich eine Skala von 16 Bit teilen.</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Separate: a machine with its own incoming and outgoing link. On worker 1: its links are that worker&apos;s, whose own messages cost nothing; worker 1&apos;s downlink carries all uploads then, its uplink all broadcasts.</source>
        <translation>Getrennt: ein Rechner mit eigener ein- und ausgehender Leitung. Auf Worker 1: Die Leitungen des Servers sind die dieses Workers, dessen eigene Nachrichten nichts kosten; der Downlink von Worker 1 trägt dann alle Uploads, sein Uplink alle Broadcasts.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Server egress</source>
        <translation>Server-Ausgang</translation>
    </message>
    <message>
        <source>Server ingress</source>
        <translation>Server-Eingang</translation>
    </message>
    <message>
        <source>Set 1 with a large learning rate that diverges without it.</source>
        <translation>Auf 1 setzen bei einer großen Lernrate, die ohne das divergiert.</translation>
    </message>
    <message>
        <source>Share of a tensor&apos;s entries that is sent while its gradients change.</source>
        <translation>Anteil der Einträge eines Tensors, der gesendet wird, solange sich seine Gradienten ändern.</translation>
    </message>
    <message>
        <source>Share of a tensor&apos;s entries that is sent while they do not.</source>
        <translation>Anteil der Einträge eines Tensors, der gesendet wird, solange sich seine Gradienten nicht ändern.</translation>
    </message>
    <message>
        <source>Share of a worker&apos;s last momentum that goes into its next one.</source>
        <translation>Anteil des letzten Momentums eines Workers, der in sein nächstes eingeht.</translation>
    </message>
    <message>
        <source>Share of its links</source>
        <translation>Anteil der Leitungen</translation>
    </message>
    <message>
        <source>Share of the blocks of the gradient that is sent in every iteration, 1 / R₂.</source>
        <translation>Anteil der Blöcke des Gradienten, der in jeder Iteration gesendet wird, 1 / R₂.</translation>
    </message>
    <message>
        <source>Share of the blocks of the models&apos; differences that is sent, and forgotten, in every reset, 1 / R₁.</source>
        <translation>Anteil der Blöcke der Modellunterschiede, der bei jedem Rücksetzen gesendet und vergessen wird, 1 / R₁.</translation>
    </message>
    <message>
        <source>Share of the entries that is sent once warmed up.</source>
        <translation>Anteil der Einträge, der nach dem Aufwärmen gesendet wird.</translation>
    </message>
    <message>
        <source>Share of the entries that is sent, of each tensor or of the whole model; at least one entry is.</source>
        <translation>Anteil der Einträge, der gesendet wird, von jedem Tensor oder vom ganzen Modell; mindestens ein Eintrag.</translation>
    </message>
    <message>
        <source>Share of the entries that one exchange is about, others every time.</source>
        <translation>Anteil der Einträge, um die es in einem Austausch geht, jedes Mal andere.</translation>
    </message>
    <message>
        <source>Share of the entries that one message is about, others every time.</source>
        <translation>Anteil der Einträge, um die es in einer Nachricht geht, jedes Mal andere.</translation>
    </message>
    <message>
        <source>Share of the model&apos;s entries that is sent; at least one entry is.</source>
        <translation>Anteil der Einträge des Modells, der gesendet wird; mindestens ein Eintrag.</translation>
    </message>
    <message>
        <source>Share of the momentum before in the new one; 0 is signSGD with majority vote.</source>
        <translation>Anteil des vorigen Momentums am neuen; 0 ist signSGD mit Mehrheitsentscheid.</translation>
    </message>
    <message>
        <source>Share of the observed bandwidth that is planned with; less than all leaves room for jitter.</source>
        <translation>Anteil der beobachteten Bandbreite, mit dem geplant wird; weniger als alles lässt Raum für Jitter.</translation>
    </message>
    <message>
        <source>Share of the packets that are lost while the link is bad.</source>
        <translation>Anteil der Pakete, der verloren geht, solange die Leitung schlecht ist.</translation>
    </message>
    <message>
        <source>Share of the packets that are lost; with bursts, between them.</source>
        <translation>Anteil der Pakete, der verloren geht; bei Schüben zwischen ihnen.</translation>
    </message>
    <message>
        <source>Share of the positive entries that is sent, and of the negative ones; at least one of each is.</source>
        <translation>Anteil der positiven Einträge, der gesendet wird, und der negativen; von beiden mindestens einer.</translation>
    </message>
    <message>
        <source>Share of the squared norm of what a worker wants to send that is to be sent: with more, less is kept next, and with less, more.</source>
        <translation>Anteil am Normquadrat dessen, was ein Worker senden will, der gesendet werden soll: Ist es mehr, wird danach weniger behalten, ist es weniger, dann mehr.</translation>
    </message>
    <message>
        <source>Share of the squared norm of what was to be sent that compression left out, where evaluated.</source>
        <translation>Anteil am Normquadrat des zu Sendenden, den die Kompression weggelassen hat, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Share of the test set that is classified correctly, where evaluated.</source>
        <translation>Anteil der richtig klassifizierten Testbeispiele, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Share of the test set whose class is among the five that are rated highest, where evaluated.</source>
        <translation>Anteil der Testbeispiele, deren Klasse unter den fünf am höchsten bewerteten ist, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Share of those entries that is sent, the largest, rounded down to whole buckets.</source>
        <translation>Anteil dieser Einträge, der gesendet wird, die größten, auf ganze Buckets abgerundet.</translation>
    </message>
    <message>
        <source>Shared cloud</source>
        <translation>Gemeinsame Cloud</translation>
    </message>
    <message>
        <source>Shift of the digits</source>
        <translation>Verschiebung der Ziffern</translation>
    </message>
    <message>
        <source>Shifts&apos; rate is</source>
        <translation>Verschiebungsrate</translation>
    </message>
    <message>
        <source>Shifts&apos; rate α</source>
        <translation>Verschiebungsrate α</translation>
    </message>
    <message>
        <source>Shuffles the examples once and deals every worker an equal share.</source>
        <translation>Mischt die Beispiele einmal und teilt jedem Worker gleich viele zu.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Signum</source>
        <translation>Signum</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
    <message>
        <source>Simulated time at full speed before a worker&apos;s next slow phase.</source>
        <translation>Simulierte Zeit mit vollem Tempo bis zur nächsten langsamen Phase eines Workers.</translation>
    </message>
    <message>
        <source>Simulated time that a slow phase lasts.</source>
        <translation>Simulierte Zeit, die eine langsame Phase dauert.</translation>
    </message>
    <message>
        <source>Simulated time to the target</source>
        <translation>Simulierte Zeit bis zum Ziel</translation>
    </message>
    <message>
        <source>Sine wave</source>
        <translation>Sinuswelle</translation>
    </message>
    <message>
        <source>Sixteen convolutions with batch normalisation; 20,040,522 weights for CIFAR-10.</source>
        <translation>Sechzehn Faltungsschichten mit Batchnormalisierung; 20&#x202f;040&#x202f;522 Gewichte für CIFAR-10.</translation>
    </message>
    <message>
        <source>Size of the dense gradient that the links see: every message is scaled to it, as if a model of that size were trained (GPT-2 124M: 3.97 Gbit); 0 for the real size. Bits that are counted stay real.</source>
        <translation>Größe des dichten Gradienten, wie die Leitungen ihn sehen: Jede Nachricht wird darauf skaliert, als würde ein Modell dieser Größe trainiert (GPT-2 124M: 3.97 Gbit); 0 für die wirkliche Größe. Gezählte Bits bleiben die wirklichen.</translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. A network of a size that a laptop can watch learn.</source>
        <translation>Auslassen und Ausdünnen zusammen. Ein Netz, klein genug, um ihm auf einem Laptop beim Lernen zuzusehen.</translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. Five workers hold photographs alone, five digits alone. The paper gives no sizes, labels or rates: those here are our choice, and ResNet-20 instead of its ResNet-18.</source>
        <translation>Auslassen und Ausdünnen zusammen. Fünf Worker haben nur Fotos, fünf nur Ziffern. Das Paper nennt weder Größen noch Labels noch Raten: Die hier sind unsere Wahl, ebenso ResNet-20 statt seines ResNet-18.</translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. The settings of the SASG paper on a network of a size that a laptop can watch learn; the target counts the five classes rated highest.</source>
        <translation>Auslassen und Ausdünnen zusammen. Die Einstellungen des SASG-Papers auf einem Netz, klein genug, um ihm auf einem Laptop beim Lernen zuzusehen; das Ziel zählt die fünf am höchsten bewerteten Klassen.</translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. The settings of the SASG paper, whose target counts the five classes rated highest; a step takes seconds on a laptop.</source>
        <translation>Auslassen und Ausdünnen zusammen. Die Einstellungen des SASG-Papers, dessen Ziel die fünf am höchsten bewerteten Klassen zählt; ein Schritt dauert auf einem Laptop Sekunden.</translation>
    </message>
    <message>
        <source>Skipping and sparsifying together. The settings of the SASG paper; a step takes seconds on a laptop.</source>
        <translation>Auslassen und Ausdünnen zusammen. Die Einstellungen des SASG-Papers; ein Schritt dauert auf einem Laptop Sekunden.</translation>
    </message>
    <message>
        <source>Skipping and sparsifying together: fewer rounds than Sparse and far fewer bits than LASG, at SGD&apos;s accuracy.</source>
        <translation>Auslassen und Ausdünnen zusammen: weniger Runden als Sparse und weit weniger Bits als LASG, bei der Genauigkeit von SGD.</translation>
    </message>
    <message>
        <source>Skipping, and the largest tenth of every tensor from those who upload. One of three levels to see whether sparser uploads are skipped more; the levels are our choice, the middle one is SASG on MNIST.</source>
        <translation>Auslassen, und das größte Zehntel jedes Tensors von denen, die hochladen. Eine von drei Stufen, um zu sehen, ob dünner besetzte Uploads öfter ausgelassen werden; die Stufen sind unsere Wahl, die mittlere ist „SASG on MNIST“.</translation>
    </message>
    <message>
        <source>Skipping, and the largest thousandth of every tensor from those who upload. One of three levels to see whether sparser uploads are skipped more; the levels are our choice, the middle one is SASG on MNIST.</source>
        <translation>Auslassen, und das größte Tausendstel jedes Tensors von denen, die hochladen. Eine von drei Stufen, um zu sehen, ob dünner besetzte Uploads öfter ausgelassen werden; die Stufen sind unsere Wahl, die mittlere ist „SASG on MNIST“.</translation>
    </message>
    <message>
        <source>Skips</source>
        <translation>Auslassungen</translation>
    </message>
    <message>
        <source>Slow for</source>
        <translation>Langsam für</translation>
    </message>
    <message>
        <source>Slow phases</source>
        <translation>Langsame Phasen</translation>
    </message>
    <message>
        <source>Slow phases come</source>
        <translation>Langsame Phasen sind</translation>
    </message>
    <message>
        <source>Slowdown</source>
        <translation>Bremsfaktor</translation>
    </message>
    <message>
        <source>Slowed down by</source>
        <translation>Bremsfaktor</translation>
    </message>
    <message>
        <source>Small kept fraction</source>
        <translation>Kleiner behaltener Anteil</translation>
    </message>
    <message>
        <source>Sorts the entries into buckets of equally many and sends their means.</source>
        <translation>Sortiert die Einträge in Buckets von gleich vielen und sendet deren Mittelwerte.</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>Sparse</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>Speed like</source>
        <translation>Tempo wie</translation>
    </message>
    <message>
        <source>Square wave</source>
        <translation>Rechteckwelle</translation>
    </message>
    <message>
        <source>Staleness</source>
        <translation>Veraltung</translation>
    </message>
    <message>
        <source>Staleness alone: the network of DeCo-SGD over a WAN, every gradient sent whole, its mean applied two iterations later. What hides latency does not make a message smaller.</source>
        <translation>Veraltung allein: das Netzwerk von „DeCo-SGD over a WAN“, jeder Gradient ganz gesendet, das Mittel zwei Iterationen später angewendet. Was Latenz verbirgt, macht eine Nachricht nicht kleiner.</translation>
    </message>
    <message>
        <source>Staleness τ</source>
        <translation>Veraltung τ</translation>
    </message>
    <message>
        <source>Standard deviation of the compute time&apos;s logarithm.</source>
        <translation>Standardabweichung des Logarithmus der Rechenzeit.</translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise on each coordinate of a worker&apos;s gradient; 0 for exact gradients.</source>
        <translation>Standardabweichung des normalverteilten Rauschens auf jeder Koordinate des Gradienten eines Workers; 0 für exakte Gradienten.</translation>
    </message>
    <message>
        <source>Standard dithering (QSGD)</source>
        <translation>Standard-Dithering (QSGD)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Step f</source>
        <translation>Schritt f</translation>
    </message>
    <message>
        <source>Step time t</source>
        <translation>Schrittzeit t</translation>
    </message>
    <message>
        <source>Steps of the algorithm so far.</source>
        <translation>Bisherige Schritte des Algorithmus.</translation>
    </message>
    <message>
        <source>Stochastic LAG, rule (5)</source>
        <translation>Stochastisches LAG, Regel (5)</translation>
    </message>
    <message>
        <source>Strom&apos;s threshold</source>
        <translation>Schwelle nach Strom</translation>
    </message>
    <message>
        <source>Suboptimality f − f*</source>
        <translation>Suboptimalität f − f*</translation>
    </message>
    <message>
        <source>Switch it and compare the tensors&apos; errors on the page Layers.</source>
        <translation>Umschalten und auf der Seite „Schichten“ die Fehler der Tensoren vergleichen.</translation>
    </message>
    <message>
        <source>Switch it on with a final fraction of 0.001, and look at the bits of an upload.</source>
        <translation>Mit einem Anteil von 0.001 nach dem Aufwärmen einschalten und die Bits eines Uploads ansehen.</translation>
    </message>
    <message>
        <source>Synthetic digits</source>
        <translation>Synthetische Ziffern</translation>
    </message>
    <message>
        <source>Synthetic objects</source>
        <translation>Synthetische Objekte</translation>
    </message>
    <message>
        <source>Target accuracy</source>
        <translation>Zielgenauigkeit</translation>
    </message>
    <message>
        <source>Target is for</source>
        <translation>Ziel gilt für</translation>
    </message>
    <message>
        <source>Ten workers a fast uplink but 100 ms from their server, as if they trained GPT-2 124M: staleness and kept fraction follow the bandwidth that they observe.</source>
        <translation>Zehn Worker mit schnellem Uplink, aber 100 ms von ihrem Server entfernt, als trainierten sie GPT-2 124M: Veraltung und behaltener Anteil folgen der Bandbreite, die sie beobachten.</translation>
    </message>
    <message>
        <source>Ternary</source>
        <translation>Ternär</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>Test accuracy at the end.</source>
        <translation>Testgenauigkeit am Ende.</translation>
    </message>
    <message>
        <source>Test accuracy on the first of the sources that data are mixed from, where evaluated.</source>
        <translation>Testgenauigkeit auf der ersten der Quellen, aus denen die Daten gemischt sind, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Test accuracy on the second of the sources that data are mixed from, where evaluated.</source>
        <translation>Testgenauigkeit auf der zweiten der Quellen, aus denen die Daten gemischt sind, wo ausgewertet.</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>Testbeispiele</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Testverlust</translation>
    </message>
    <message>
        <source>Textured shapes, 32x32 in colour, generated from a seed; needs no download.</source>
        <translation>Texturierte Formen, 32x32 in Farbe, aus einem Startwert erzeugt; braucht keinen Download.</translation>
    </message>
    <message>
        <source>That the messages really have, without the network&apos;s overhead, where evaluated.</source>
        <translation>Bits, die die Nachrichten wirklich haben, ohne den Overhead des Netzwerks, wo ausgewertet.</translation>
    </message>
    <message>
        <source>The authors&apos; simulation sums D − 1 past moves and lets the threshold&apos;s learning rate lag one epoch behind a decay; the paper&apos;s formula sums D, without a lag. The authors&apos; program for a cluster sums D − 1 with a lag of 0.4 epochs, compares with the weights of the iteration before, and lets D + 1 iterations in a row be skipped.</source>
        <translation>Die Simulation der Autoren summiert D − 1 frühere Schritte und lässt die Lernrate der Schwelle einer Senkung um eine Epoche nachhinken; die Formel des Papers summiert D, ohne Verzug. Das Programm der Autoren für einen Cluster summiert D − 1 bei einem Verzug von 0.4 Epochen, vergleicht mit den Gewichten der vorigen Iteration und lässt D + 1 Iterationen in Folge aussetzen.</translation>
    </message>
    <message>
        <source>The classifier that is trained, or a convex problem that brings its own data.</source>
        <translation>Der Klassifikator, der trainiert wird, oder ein konvexes Problem, das seine eigenen Daten mitbringt.</translation>
    </message>
    <message>
        <source>The costs of first exceeding this test accuracy are noted.</source>
        <translation>Die Kosten bis zum ersten Überschreiten dieser Testgenauigkeit werden notiert.</translation>
    </message>
    <message>
        <source>The epoch, counted from 0, from which the learning rate is multiplied by the decay factor; 0 for never.</source>
        <translation>Die Epoche, von 0 an gezählt, ab der die Lernrate mit dem Senkungsfaktor multipliziert wird; 0 für nie.</translation>
    </message>
    <message>
        <source>The fewer entries share a norm, the finer are the levels of small ones, and the more norms are sent.</source>
        <translation>Je weniger Einträge sich eine Norm teilen, desto feiner sind die Stufen der kleinen, und desto mehr Normen werden gesendet.</translation>
    </message>
    <message>
        <source>The four workers on which error feedback stalls: EF21 compresses how gradients change, which at the minimum is not at all, and gets there as closely as 32-bit weights can.</source>
        <translation>Die vier Worker, bei denen Fehlerrückführung stehen bleibt: EF21 komprimiert, wie sich Gradienten ändern, am Minimum also gar nicht, und kommt ihm so nahe, wie 32-Bit-Gewichte es erlauben.</translation>
    </message>
    <message>
        <source>The highest test accuracy of all evaluations.</source>
        <translation>Die höchste Testgenauigkeit aller Auswertungen.</translation>
    </message>
    <message>
        <source>The i-th largest magnitude is i to the power -a.</source>
        <translation>Der i-größte Betrag ist i hoch -a.</translation>
    </message>
    <message>
        <source>The kept fraction is never chosen below this.</source>
        <translation>Der behaltene Anteil wird nie kleiner gewählt.</translation>
    </message>
    <message>
        <source>The kept fraction is never chosen below this; on a slower network iterations take longer instead.</source>
        <translation>Der behaltene Anteil wird nie kleiner gewählt; auf einem langsameren Netzwerk dauern Iterationen stattdessen länger.</translation>
    </message>
    <message>
        <source>The kept fraction never falls below this.</source>
        <translation>Der behaltene Anteil fällt nie darunter.</translation>
    </message>
    <message>
        <source>The kept fraction that it begins with.</source>
        <translation>Der behaltene Anteil, mit dem es beginnt.</translation>
    </message>
    <message>
        <source>The labelled images to learn from.</source>
        <translation>Die Bilder mit Labels, aus denen gelernt wird.</translation>
    </message>
    <message>
        <source>The largest curvature over the smallest, which is 1.</source>
        <translation>Die größte Krümmung geteilt durch die kleinste, die 1 ist.</translation>
    </message>
    <message>
        <source>The length that the levels are shares of: the sum of magnitudes, the Euclidean length or the largest magnitude.</source>
        <translation>Die Länge, deren Anteile die Stufen sind: die Summe der Beträge, die euklidische Länge oder der größte Betrag.</translation>
    </message>
    <message>
        <source>The links that carry the bytes, in simulated time.</source>
        <translation>Die Leitungen, die die Bytes tragen, in simulierter Zeit.</translation>
    </message>
    <message>
        <source>The network of DeCo-SGD over a WAN; workers exchange a random tenth of what their models are ahead of a shared one, of it the largest fifth in four bits, one iteration late.</source>
        <translation>Das Netzwerk von „DeCo-SGD over a WAN“; Worker tauschen ein zufälliges Zehntel dessen aus, was ihre Modelle einem gemeinsamen voraushaben, davon das größte Fünftel in vier Bit, eine Iteration verspätet.</translation>
    </message>
    <message>
        <source>The number of entries.</source>
        <translation>Die Zahl der Einträge.</translation>
    </message>
    <message>
        <source>The share of the learning rate that a warm-up begins with; usual is one over the number of workers.</source>
        <translation>Der Anteil der Lernrate, mit dem das Aufwärmen beginnt; üblich ist eins durch die Zahl der Worker.</translation>
    </message>
    <message>
        <source>The share of the learning rate that is left at the cosine&apos;s end.</source>
        <translation>Der Anteil der Lernrate, der am Ende des Kosinus übrig ist.</translation>
    </message>
    <message>
        <source>The share of the server&apos;s last move that is made again; 0 for none, as in the papers.</source>
        <translation>Der Anteil des letzten Schritts des Servers, der noch einmal gemacht wird; 0 für keinen, wie in den Papers.</translation>
    </message>
    <message>
        <source>The shortest time between two checkpoints of a run. They also are made before every change, at pauses and at the end, and every 30 s at the least.</source>
        <translation>Die kürzeste Zeit zwischen zwei Sicherungspunkten eines Laufs. Auch vor jeder Änderung, beim Anhalten und am Ende entsteht einer, und mindestens alle 30 s.</translation>
    </message>
    <message>
        <source>The sign alone says nothing of the size: each entry is received with its own sign and a mean magnitude, of its tensor or of the whole model. A mean for each tensor fits better, and costs 32 bits a tensor.</source>
        <translation>Das Vorzeichen allein sagt nichts über die Größe: Jeder Eintrag kommt mit seinem Vorzeichen und einem mittleren Betrag an, dem seines Tensors oder dem des ganzen Modells. Ein Mittel je Tensor passt besser und kostet 32 Bit je Tensor.</translation>
    </message>
    <message>
        <source>The staleness stays where it is unless another lowers the compression noise phi by more than this share.</source>
        <translation>Die Veraltung bleibt, wo sie ist, wenn nicht eine andere das Kompressionsrauschen phi um mehr als diesen Anteil senkt.</translation>
    </message>
    <message>
        <source>The three workers that diverge when each sends the largest entry of its gradient and forgets the rest: with error feedback what was left out is sent later, and they get to the minimum.</source>
        <translation>Die drei Worker, die divergieren, wenn jeder den größten Eintrag seines Gradienten sendet und den Rest vergisst: Mit Fehlerrückführung wird das Weggelassene später gesendet, und sie erreichen das Minimum.</translation>
    </message>
    <message>
        <source>The workers and their minibatches.</source>
        <translation>Die Worker und ihre Minibatches.</translation>
    </message>
    <message>
        <source>The workers&apos; speed follows this trace&apos;s bandwidth, whose mean stands for the compute time; each worker begins somewhere else in it.</source>
        <translation>Das Tempo der Worker folgt der Bandbreite dieses Verlaufs, deren Mittel für die Rechenzeit steht; jeder Worker beginnt an einer anderen Stelle darin.</translation>
    </message>
    <message>
        <source>Their bytes</source>
        <translation>Ihre Bytes</translation>
    </message>
    <message>
        <source>Their values</source>
        <translation>Ihre Werte</translation>
    </message>
    <message>
        <source>Then, unbiased</source>
        <translation>Dann, unverzerrt</translation>
    </message>
    <message>
        <source>Three stages of one block with 16, 32 and 64 channels; 75,290 weights for CIFAR-10.</source>
        <translation>Drei Stufen mit je einem Block und 16, 32 und 64 Kanälen; 75&#x202f;290 Gewichte für CIFAR-10.</translation>
    </message>
    <message>
        <source>Three stages of three blocks with 16, 32 and 64 channels; 269,722 weights for CIFAR-10.</source>
        <translation>Drei Stufen mit je drei Blöcken und 16, 32 und 64 Kanälen; 269&#x202f;722 Gewichte für CIFAR-10.</translation>
    </message>
    <message>
        <source>Three workers each send the largest entry of their gradient, and nothing else: the three entries all point away from the minimum, and every weight grows by the factor 1 + 11 η / 6 in every iteration, whatever the learning rate η. Compare it with the same run with error feedback.</source>
        <translation>Drei Worker senden jeweils den größten Eintrag ihres Gradienten und sonst nichts: Die drei Einträge zeigen alle vom Minimum weg, und jedes Gewicht wächst in jeder Iteration um den Faktor 1 + 11 η / 6, wie groß die Lernrate η auch ist. Zu vergleichen mit demselben Lauf mit Fehlerrückführung.</translation>
    </message>
    <message>
        <source>Three-worker divergence</source>
        <translation>Drei-Worker-Divergenz</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Threshold factor α·γ</source>
        <translation>Schwellenfaktor α·γ</translation>
    </message>
    <message>
        <source>Threshold v</source>
        <translation>Schwelle v</translation>
    </message>
    <message>
        <source>Threshold η</source>
        <translation>Schwelle η</translation>
    </message>
    <message>
        <source>Time of one worker for one gradient; the median where it is random. Who compares two gradients, as LASG, SASG and MARINA do, computes twice as long.</source>
        <translation>Zeit eines Workers für einen Gradienten; der Median, wo sie zufällig ist. Wer zwei Gradienten vergleicht, wie LASG, SASG und MARINA, rechnet doppelt so lange.</translation>
    </message>
    <message>
        <source>Time on the emulator&apos;s clock.</source>
        <translation>Zeit auf der Uhr des Emulators.</translation>
    </message>
    <message>
        <source>Time on this machine&apos;s clock.</source>
        <translation>Zeit auf der Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>Times in which the trace has another bandwidth than its own, after its scale, in every period; the page Network has them painted with the mouse.</source>
        <translation>Zeiten jeder Periode, in denen der Verlauf eine andere als seine eigene Bandbreite hat, nach Anwendung des Faktors; auf der Seite „Netzwerk“ werden sie mit der Maus gemalt.</translation>
    </message>
    <message>
        <source>To the nearest whole number, halves to the even one, or up or down at random so that it is right in the mean.</source>
        <translation>Zur nächsten ganzen Zahl, Hälften zur geraden, oder zufällig auf oder ab, sodass es im Mittel richtig ist.</translation>
    </message>
    <message>
        <source>Token bucket</source>
        <translation>Token-Bucket</translation>
    </message>
    <message>
        <source>Top-5 test accuracy</source>
        <translation>Top-5-Testgenauigkeit</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Top-k + 16-bit floats</source>
        <translation>Top-k + 16-Bit-Gleitkomma</translation>
    </message>
    <message>
        <source>Top-k + exponential dithering</source>
        <translation>Top-k + exponentielles Dithering</translation>
    </message>
    <message>
        <source>Top-k + natural compression</source>
        <translation>Top-k + natürliche Kompression</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Trace scale</source>
        <translation>Verlaufsfaktor</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>Trainingsbeispiele</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Training loss, epoch mean</source>
        <translation>Trainingsverlust, Epochenmittel</translation>
    </message>
    <message>
        <source>Transfer time</source>
        <translation>Übertragungszeit</translation>
    </message>
    <message>
        <source>Tree all-reduce</source>
        <translation>Baum-All-Reduce</translation>
    </message>
    <message>
        <source>Two convolutions and three linear layers; 62,006 weights for CIFAR-10.</source>
        <translation>Zwei Faltungs- und drei lineare Schichten; 62&#x202f;006 Gewichte für CIFAR-10.</translation>
    </message>
    <message>
        <source>Unbiased rounding</source>
        <translation>Unverzerrte Rundung</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Uniform</translation>
    </message>
    <message>
        <source>Uniform: the most it differs by; normal: its standard deviation; exponential: the mean of what is added.</source>
        <translation>Uniform: die größte Abweichung; normal: die Standardabweichung; exponentiell: das Mittel dessen, was hinzukommt.</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Unlimited, or of a size: a message that finds a queue full is dropped, and sent again later.</source>
        <translation>Unbegrenzt oder von fester Größe: Eine Nachricht, die eine Warteschlange voll vorfindet, wird verworfen und später erneut gesendet.</translation>
    </message>
    <message>
        <source>Until the target accuracy was exceeded.</source>
        <translation>Bis die Zielgenauigkeit überschritten war.</translation>
    </message>
    <message>
        <source>Uploaded values alone, as the papers count.</source>
        <translation>Hochgeladene Werte allein, wie in den Papers gezählt.</translation>
    </message>
    <message>
        <source>Uploaded values of the whole run, as the papers count.</source>
        <translation>Hochgeladene Werte des ganzen Laufs, wie in den Papers gezählt.</translation>
    </message>
    <message>
        <source>Uploaded with positions, framing and message overhead.</source>
        <translation>Hochgeladen mit Positionen, Rahmendaten und Overhead der Nachrichten.</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>Uploads by workers so far.</source>
        <translation>Bisherige Uploads der Worker.</translation>
    </message>
    <message>
        <source>Uploads of the whole run.</source>
        <translation>Uploads des ganzen Laufs.</translation>
    </message>
    <message>
        <source>Uploads until the target accuracy was exceeded.</source>
        <translation>Uploads, bis die Zielgenauigkeit überschritten war.</translation>
    </message>
    <message>
        <source>VGG-11</source>
        <translation>VGG-11</translation>
    </message>
    <message>
        <source>VGG-19</source>
        <translation>VGG-19</translation>
    </message>
    <message>
        <source>Value bits of this iteration&apos;s uploads over those of dense gradients.</source>
        <translation>Wertbits der Uploads dieser Iteration, geteilt durch die dichter Gradienten.</translation>
    </message>
    <message>
        <source>Values: base b</source>
        <translation>Werte: Basis b</translation>
    </message>
    <message>
        <source>Values: bucket size</source>
        <translation>Werte: Bucketgröße</translation>
    </message>
    <message>
        <source>Values: levels s</source>
        <translation>Werte: Stufen s</translation>
    </message>
    <message>
        <source>Values: norm of</source>
        <translation>Werte: Norm je</translation>
    </message>
    <message>
        <source>Values: norm p</source>
        <translation>Werte: Norm p</translation>
    </message>
    <message>
        <source>Vectors whole</source>
        <translation>Vektoren ganz</translation>
    </message>
    <message>
        <source>WAN between data centres</source>
        <translation>WAN zwischen Rechenzentren</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>Warm-up epochs W</source>
        <translation>Aufwärmepochen W</translation>
    </message>
    <message>
        <source>Warm-up iterations</source>
        <translation>Aufwärmiterationen</translation>
    </message>
    <message>
        <source>Warm-up of the rate from</source>
        <translation>Rate aufwärmen ab</translation>
    </message>
    <message>
        <source>Warm-up of the rate, epochs</source>
        <translation>Rate aufwärmen, Epochen</translation>
    </message>
    <message>
        <source>Warm: kept open</source>
        <translation>Warm: offen gehalten</translation>
    </message>
    <message>
        <source>Weight decay λ</source>
        <translation>Weight Decay λ</translation>
    </message>
    <message>
        <source>Weight of the newest iteration in the moving means of the gain.</source>
        <translation>Gewicht der neuesten Iteration in den gleitenden Mitteln des Gewinns.</translation>
    </message>
    <message>
        <source>Weight of the newest message in the moving average of the bandwidth.</source>
        <translation>Gewicht der neuesten Nachricht im gleitenden Mittel der Bandbreite.</translation>
    </message>
    <message>
        <source>Weight of the newest message in the moving averages of bandwidth and latency.</source>
        <translation>Gewicht der neuesten Nachricht in den gleitenden Mitteln von Bandbreite und Latenz.</translation>
    </message>
    <message>
        <source>What a step is to take: the computation, and as much time for the broadcast as for the uploads.</source>
        <translation>Was ein Schritt dauern soll: das Rechnen, und für den Broadcast so viel Zeit wie für die Uploads.</translation>
    </message>
    <message>
        <source>What entries that are sent become: their tensor&apos;s length, its largest magnitude, or that once the largest are clipped, which keeps more entries and is wrong about the clipped ones.</source>
        <translation>Was aus gesendeten Einträgen wird: die Länge ihres Tensors, sein größter Betrag oder dieser, nachdem die größten gekappt sind, was mehr Einträge behält und bei den gekappten falsch ist.</translation>
    </message>
    <message>
        <source>What is left of the bandwidth of the worker&apos;s own links, up and down.</source>
        <translation>Was von der Bandbreite der eigenen Leitungen des Workers übrig ist, im Uplink wie im Downlink.</translation>
    </message>
    <message>
        <source>What is sent first: the operator that keeps the most important part of the vector.</source>
        <translation>Was zuerst gesendet wird: der Operator, der den wichtigsten Teil des Vektors behält.</translation>
    </message>
    <message>
        <source>What is sent of the rest that the first one leaves out, right in the mean, so that the sum is too.</source>
        <translation>Was vom Rest gesendet wird, den der erste weglässt, im Mittel richtig, sodass es auch die Summe ist.</translation>
    </message>
    <message>
        <source>What making a message of the gradient takes on the emulated workers, for every upload; they compute nothing meanwhile.</source>
        <translation>Wie lange die emulierten Worker brauchen, um aus dem Gradienten eine Nachricht zu machen, bei jedem Upload; sie rechnen unterdessen nichts.</translation>
    </message>
    <message>
        <source>What no code of the same numbers and positions goes below, where evaluated.</source>
        <translation>Was kein Code derselben Zahlen und Positionen unterschreitet, wo ausgewertet.</translation>
    </message>
    <message>
        <source>What the checkpoints of all runs may take up together. Those of runs that ended long ago are thinned out first; the last one of a run stays.</source>
        <translation>Was die Sicherungspunkte aller Läufe zusammen belegen dürfen. Die von Läufen, die vor langer Zeit endeten, werden zuerst ausgedünnt; der letzte eines Laufs bleibt.</translation>
    </message>
    <message>
        <source>What the checkpoints of one run may take up on the disk. The more there are, the sooner a fork shows its first point. 0: none are made; then a fork or a run that was interrupted computes everything again.</source>
        <translation>Was die Sicherungspunkte eines Laufs auf dem Datenträger belegen dürfen. Je mehr es gibt, desto eher zeigt eine Abzweigung ihren ersten Punkt. 0: Es entstehen keine; dann rechnet eine Abzweigung oder ein unterbrochener Lauf alles noch einmal.</translation>
    </message>
    <message>
        <source>What the kept fraction is multiplied by in a step towards less, or divided by.</source>
        <translation>Womit der behaltene Anteil bei einem Schritt nach unten multipliziert und bei einem nach oben geteilt wird.</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by from the decay epoch on.</source>
        <translation>Womit die Lernrate ab der Epoche der Senkung multipliziert wird.</translation>
    </message>
    <message>
        <source>What the links carry of an upload: its bytes, or its values alone, as the papers&apos; time models count.</source>
        <translation>Was die Leitungen von einem Upload tragen: seine Bytes oder seine Werte allein, wie in den Zeitmodellen der Papers.</translation>
    </message>
    <message>
        <source>What waiting costs: the same network as DeCo-SGD over a WAN, every gradient sent whole, every iteration waiting for it.</source>
        <translation>Was Warten kostet: dasselbe Netzwerk wie bei „DeCo-SGD over a WAN“, jeder Gradient ganz gesendet, und jede Iteration wartet darauf.</translation>
    </message>
    <message>
        <source>What workers send, and what the server does with it.</source>
        <translation>Was die Worker senden und was der Server damit macht.</translation>
    </message>
    <message>
        <source>Where the weights begin: at (1, 1, 1), where workers&apos; entries tie, or at (1, 0.9, 1.1).</source>
        <translation>Wo die Gewichte beginnen: bei (1, 1, 1), wo Einträge der Worker gleich groß sind, oder bei (1, 0.9, 1.1).</translation>
    </message>
    <message>
        <source>Whether a share of the entries is kept or a number of them.</source>
        <translation>Ob ein Anteil der Einträge oder eine Anzahl behalten wird.</translation>
    </message>
    <message>
        <source>Whether an entry&apos;s momentum ends when the entry is sent, so that old gradients do not push it on; if everything is sent, no momentum is left.</source>
        <translation>Ob das Momentum eines Eintrags endet, wenn der Eintrag gesendet wird, damit alte Gradienten ihn nicht weiterschieben; wird alles gesendet, bleibt kein Momentum.</translation>
    </message>
    <message>
        <source>Whether an example counts if its class is rated highest, or among the five that are.</source>
        <translation>Ob ein Beispiel zählt, wenn seine Klasse am höchsten bewertet ist, oder wenn sie unter den fünf höchsten ist.</translation>
    </message>
    <message>
        <source>Whether both sides draw the positions from one seed, so that none travel, or each kept entry is sent with its position.</source>
        <translation>Ob beide Seiten die Positionen aus einem Startwert ziehen, sodass keine übertragen werden, oder jeder behaltene Eintrag mit seiner Position gesendet wird.</translation>
    </message>
    <message>
        <source>Whether each tensor has its own mean magnitude or the whole model has one.</source>
        <translation>Ob jeder Tensor seinen eigenen mittleren Betrag hat oder das ganze Modell einen.</translation>
    </message>
    <message>
        <source>Whether messages wait for acknowledgements (slow start from 10 packets): never, each anew, only the first ones, or again after a pause as Linux does.</source>
        <translation>Ob Nachrichten auf Bestätigungen warten (Slow Start von 10 Paketen an): nie, jede von Neuem, nur die ersten, oder nach einer Pause wieder, wie Linux es tut.</translation>
    </message>
    <message>
        <source>Whether tensors of one dimension, biases and scales, are sent whole, as the authors&apos; code does; for compressors that choose from each tensor by itself.</source>
        <translation>Ob Tensoren mit einer Dimension, Biases und Skalen, ganz gesendet werden, wie es der Code der Autoren tut; für Kompressoren, die aus jedem Tensor für sich wählen.</translation>
    </message>
    <message>
        <source>Whether the fractions are chosen anew after so many epochs, from the gradients of the first of them, or after so many iterations, from those of all of them.</source>
        <translation>Ob die Anteile nach so vielen Epochen neu gewählt werden, aus den Gradienten der ersten davon, oder nach so vielen Iterationen, aus denen aller.</translation>
    </message>
    <message>
        <source>Whether the largest entries are chosen from each tensor by itself or from the whole model.</source>
        <translation>Ob die größten Einträge aus jedem Tensor für sich oder aus dem ganzen Modell gewählt werden.</translation>
    </message>
    <message>
        <source>Whether the momentum looks ahead: the gradient is added once more after it.</source>
        <translation>Ob das Momentum vorausschaut: Der Gradient wird danach noch einmal addiert.</translation>
    </message>
    <message>
        <source>Whether the search for the thin matrices goes on from those sent before, which brings it near to the best there are, or begins anew every time.</source>
        <translation>Ob die Suche nach den schmalen Matrizen bei den zuvor gesendeten fortfährt, was sie nahe an die besten bringt, die es gibt, oder jedes Mal neu beginnt.</translation>
    </message>
    <message>
        <source>Whether the worker takes part. While it is away nobody waits for it; what it has not sent yet it keeps.</source>
        <translation>Ob der Worker teilnimmt. Solange er fehlt, wartet niemand auf ihn; was er noch nicht gesendet hat, behält er.</translation>
    </message>
    <message>
        <source>Which entries share a norm: small buckets that follow one another, each tensor or the whole model. Fewer entries a norm mean less error and more norms to send.</source>
        <translation>Welche Einträge sich eine Norm teilen: kleine aufeinanderfolgende Buckets, jeder Tensor oder das ganze Modell. Weniger Einträge je Norm bedeuten weniger Fehler und mehr Normen zu senden.</translation>
    </message>
    <message>
        <source>Which entries share their two means: those of a tensor, or of each column of a weight matrix, which is closer and sends more numbers.</source>
        <translation>Welche Einträge sich ihre zwei Mittelwerte teilen: die eines Tensors oder jeder Spalte einer Gewichtsmatrix, was genauer ist und mehr Zahlen sendet.</translation>
    </message>
    <message>
        <source>Which images; independent of the run&apos;s own seed.</source>
        <translation>Welche Bilder; unabhängig vom Startwert des Laufs.</translation>
    </message>
    <message>
        <source>Whole gradients</source>
        <translation>Ganze Gradienten</translation>
    </message>
    <message>
        <source>Width of the hidden layer.</source>
        <translation>Breite der verdeckten Schicht.</translation>
    </message>
    <message>
        <source>Wire bits</source>
        <translation>Leitungsbits</translation>
    </message>
    <message>
        <source>Wire bits to the target</source>
        <translation>Leitungsbits bis zum Ziel</translation>
    </message>
    <message>
        <source>With each worker&apos;s first gradient, which it then sends uncompressed, or with zero.</source>
        <translation>Der erste Gradient jedes Workers, den er dann unkomprimiert sendet, oder null.</translation>
    </message>
    <message>
        <source>Worker downlink</source>
        <translation>Worker-Downlink</translation>
    </message>
    <message>
        <source>Worker links&apos; bandwidth</source>
        <translation>Bandbreite der Workerleitungen</translation>
    </message>
    <message>
        <source>Worker uplink</source>
        <translation>Worker-Uplink</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Workers accumulate their gradients with momentum and send the largest entries, many at first and few after a warm-up.</source>
        <translation>Worker sammeln ihre Gradienten mit Momentum an und senden die größten Einträge, anfangs viele und nach dem Aufwärmen wenige.</translation>
    </message>
    <message>
        <source>Workers apply their own gradient at once, and some iterations later the mean of all in its place.</source>
        <translation>Worker wenden ihren eigenen Gradienten sofort an und einige Iterationen später an seiner Stelle das Mittel aller.</translation>
    </message>
    <message>
        <source>Workers apply to models of their own what they do not send, a few random blocks being sent; now and then the models&apos; differences are partly reset.</source>
        <translation>Worker wenden auf eigene Modelle an, was sie nicht senden, wobei einige zufällige Blöcke gesendet werden; ab und zu werden die Unterschiede der Modelle teilweise zurückgesetzt.</translation>
    </message>
    <message>
        <source>Workers keep models of their own and exchange, one iteration late, a random part of what they are ahead: its largest entries, in a few bits, both ways.</source>
        <translation>Worker haben eigene Modelle und tauschen, eine Iteration verspätet, einen zufälligen Teil ihres Vorsprungs aus: seine größten Einträge, in wenigen Bits, in beide Richtungen.</translation>
    </message>
    <message>
        <source>Workers send compressed differences of successive gradients, and now and then, as a shared coin says, whole ones.</source>
        <translation>Worker senden komprimierte Differenzen aufeinanderfolgender Gradienten und ab und zu, wie eine gemeinsame Münze es sagt, ganze.</translation>
    </message>
    <message>
        <source>Workers send compressed gradients with error feedback, and all wait for the mean of all.</source>
        <translation>Worker senden komprimierte Gradienten mit Fehlerrückführung, und alle warten auf das Mittel aller.</translation>
    </message>
    <message>
        <source>Workers send compressed gradients with error feedback, whose mean is applied some iterations later.</source>
        <translation>Worker senden komprimierte Gradienten mit Fehlerrückführung, deren Mittel einige Iterationen später angewendet wird.</translation>
    </message>
    <message>
        <source>Workers send the signs of their momenta and receive the majority&apos;s: a bit for each weight both ways. Without momentum it is signSGD with majority vote.</source>
        <translation>Worker senden die Vorzeichen ihres Momentums und empfangen die der Mehrheit: ein Bit für jedes Gewicht in beide Richtungen. Ohne Momentum ist es signSGD mit Mehrheitsentscheid.</translation>
    </message>
    <message>
        <source>Workers send what they see the network carry in the time of a step, with EF21&apos;s error feedback: an interpretation of Kimad.</source>
        <translation>Worker senden, was das Netzwerk nach ihrer Beobachtung in der Zeit eines Schritts überträgt, mit der Fehlerrückführung von EF21: eine Interpretation von Kimad.</translation>
    </message>
    <message>
        <source>Workers send whole gradients, whose mean is applied some iterations later.</source>
        <translation>Worker senden ganze Gradienten, deren Mittel einige Iterationen später angewendet wird.</translation>
    </message>
    <message>
        <source>Workers skip as in LASG, and those that upload send the largest entries only, with error feedback.</source>
        <translation>Worker lassen aus wie bei LASG, und wer hochlädt, sendet nur die größten Einträge, mit Fehlerrückführung.</translation>
    </message>
    <message>
        <source>Workers skip uploads that would change little. The settings of the SASG paper on a network of a size that a laptop can watch learn; the target counts the five classes rated highest.</source>
        <translation>Worker lassen Uploads aus, die wenig ändern würden. Die Einstellungen des SASG-Papers auf einem Netz, klein genug, um ihm auf einem Laptop beim Lernen zuzusehen; das Ziel zählt die fünf am höchsten bewerteten Klassen.</translation>
    </message>
    <message>
        <source>Workers skip uploads that would change little. The settings of the SASG paper, whose target counts the five classes rated highest; a step takes seconds on a laptop.</source>
        <translation>Worker lassen Uploads aus, die wenig ändern würden. Die Einstellungen des SASG-Papers, dessen Ziel die fünf am höchsten bewerteten Klassen zählt; ein Schritt dauert auf einem Laptop Sekunden.</translation>
    </message>
    <message>
        <source>Workers skip whole uploads while their gradient has changed little since the last one. A network of a size that a laptop can watch learn.</source>
        <translation>Worker lassen ganze Uploads aus, solange sich ihr Gradient seit dem letzten wenig geändert hat. Ein Netz, klein genug, um ihm auf einem Laptop beim Lernen zuzusehen.</translation>
    </message>
    <message>
        <source>Workers skip whole uploads while their gradient has changed little since the last one. Fewer rounds than SGD, each as long as SGD&apos;s.</source>
        <translation>Worker lassen ganze Uploads aus, solange sich ihr Gradient seit dem letzten wenig geändert hat. Weniger Runden als SGD, jede so lang wie bei SGD.</translation>
    </message>
    <message>
        <source>Workers skip whole uploads while their gradient has changed little since the last one. Five workers hold photographs alone, five digits alone. The paper gives no sizes, labels or rates: those here are our choice, and ResNet-20 instead of its ResNet-18.</source>
        <translation>Worker lassen ganze Uploads aus, solange sich ihr Gradient seit dem letzten wenig geändert hat. Fünf Worker haben nur Fotos, fünf nur Ziffern. Das Paper nennt weder Größen noch Labels noch Raten: Die hier sind unsere Wahl, ebenso ResNet-20 statt seines ResNet-18.</translation>
    </message>
    <message>
        <source>Workers skip whole uploads while their gradient has changed little since the last one. The settings of the SASG paper; a step takes seconds on a laptop.</source>
        <translation>Worker lassen ganze Uploads aus, solange sich ihr Gradient seit dem letzten wenig geändert hat. Die Einstellungen des SASG-Papers; ein Schritt dauert auf einem Laptop Sekunden.</translation>
    </message>
    <message>
        <source>Workers that skipped their upload in this iteration.</source>
        <translation>Worker, die ihren Upload in dieser Iteration ausgelassen haben.</translation>
    </message>
    <message>
        <source>Workers that uploaded in this iteration.</source>
        <translation>Worker, die in dieser Iteration hochgeladen haben.</translation>
    </message>
    <message>
        <source>anew every time</source>
        <translation>jedes Mal neu</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>authors&apos; code</source>
        <translation>Autorencode</translation>
    </message>
    <message>
        <source>authors&apos; cluster</source>
        <translation>Autorencluster</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>bitmap</source>
        <translation>Bitmap</translation>
    </message>
    <message>
        <source>buckets</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>bytes (LEB128)</source>
        <translation>Bytes (LEB128)</translation>
    </message>
    <message>
        <source>c in α = c / γ, the weight of past moves in the skipping rule: a larger one lets more uploads be skipped, 0 none.</source>
        <translation>c in α = c / γ, das Gewicht früherer Schritte in der Auslassregel: Je größer, desto mehr Uploads dürfen ausgelassen werden, bei 0 keine.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>each column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>each tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>equal factors</source>
        <translation>gleiche Faktoren</translation>
    </message>
    <message>
        <source>equal steps</source>
        <translation>gleiche Schritte</translation>
    </message>
    <message>
        <source>every (1/p)-th</source>
        <translation>jeder (1/p)-te</translation>
    </message>
    <message>
        <source>every (1/p)-th, rolled</source>
        <translation>jeder (1/p)-te, reihum</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>fixed width</source>
        <translation>feste Breite</translation>
    </message>
    <message>
        <source>from a seed</source>
        <translation>aus Startwert</translation>
    </message>
    <message>
        <source>from the last ones</source>
        <translation>bei den letzten</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>kept count</source>
        <translation>behaltene Zahl</translation>
    </message>
    <message>
        <source>kept fraction</source>
        <translation>behaltener Anteil</translation>
    </message>
    <message>
        <source>l2</source>
        <translation>l2</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>largest (p = ∞)</source>
        <translation>Maximum (p = ∞)</translation>
    </message>
    <message>
        <source>largest, clipped</source>
        <translation>Maximum, gekappt</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>gepackt</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>per tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>per worker</source>
        <translation>je Worker</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>bereitet vor</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>sum (p = 1)</source>
        <translation>Summe (p = 1)</translation>
    </message>
    <message>
        <source>times d/k</source>
        <translation>mal d/k</translation>
    </message>
    <message>
        <source>to the nearest</source>
        <translation>zur nächsten</translation>
    </message>
    <message>
        <source>whole gradient</source>
        <translation>ganzer Gradient</translation>
    </message>
    <message>
        <source>whole model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>null</translation>
    </message>
    <message>
        <source>A higher threshold lets workers skip more uploads, a lower delay bound forces them again. A small network on generated digits, ten workers, two seeds.</source>
        <translation>Eine höhere Schwelle lässt Worker mehr Uploads auslassen, eine niedrigere Verzögerungsgrenze erzwingt sie wieder. Ein kleines Netz auf erzeugten Ziffern, zehn Worker, zwei Startwerte.</translation>
    </message>
    <message>
        <source>DD-EF-SGD on a narrow link 50 ms away: what is kept costs bits, what is not waited for saves time. Logistic regression on generated digits, four workers.</source>
        <translation>DD-EF-SGD an einer schmalen Leitung, 50 ms entfernt: Was behalten wird, kostet Bits; worauf nicht gewartet wird, spart Zeit. Logistische Regression auf erzeugten Ziffern, vier Worker.</translation>
    </message>
    <message>
        <source>Kept fractions δ</source>
        <translation>Behaltene Anteile δ</translation>
    </message>
    <message>
        <source>One column for each, with commas between: 0.01, 3 %, 0.1.</source>
        <translation>Je eine Spalte, durch Kommas getrennt: 0.01, 3 %, 0.1.</translation>
    </message>
    <message>
        <source>One row for each, with commas between: 0, 2, 4, 8.</source>
        <translation>Je eine Zeile, durch Kommas getrennt: 0, 2, 4, 8.</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>Was trainiert wird</translation>
    </message>
    <message>
        <source>Logistic regression on 4,000 synthetic digits with four workers, which takes less than a second a run; or the experiment&apos;s data, model and workers. The network is the experiment&apos;s in both cases.</source>
        <translation>Logistische Regression auf 4 000 erzeugten Ziffern mit vier Workern, was je Lauf weniger als eine Sekunde dauert; oder Daten, Modell und Worker des Experiments. Das Netzwerk ist in beiden Fällen das des Experiments.</translation>
    </message>
    <message>
        <source>Iterations of a run</source>
        <translation>Iterationen je Lauf</translation>
    </message>
    <message>
        <source>The residual is averaged over their second half.</source>
        <translation>Das Residuum wird über ihre zweite Hälfte gemittelt.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Runs at each point, with the experiment&apos;s seed and those after it; cells show means.</source>
        <translation>Läufe je Punkt, mit dem Startwert des Experiments und den folgenden; Zellen zeigen Mittelwerte.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The same in all runs.</source>
        <translation>In allen Läufen gleich.</translation>
    </message>
    <message>
        <source>Iterations and simulated time are counted until the test accuracy exceeds it.</source>
        <translation>Iterationen und simulierte Zeit werden gezählt, bis die Testgenauigkeit es übersteigt.</translation>
    </message>
    <message>
        <source>Runs at each point, with the experiment&apos;s seed and those after it; the map and the front show means.</source>
        <translation>Läufe je Punkt, mit dem Startwert des Experiments und den folgenden; Karte und Front zeigen Mittelwerte.</translation>
    </message>
    <message>
        <source>Runs at a time</source>
        <translation>Läufe zugleich</translation>
    </message>
    <message>
        <source>Each takes one core, and only what nothing else has a use for: training in the window goes first.</source>
        <translation>Jeder nimmt einen Kern, und nur, was sonst niemand braucht: Das Training im Fenster geht vor.</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>How often each operator is tried, each time with other random numbers of its own. The table has means, and after ± the deviation of one draw.</source>
        <translation>Wie oft jeder Operator versucht wird, jedes Mal mit anderen eigenen Zufallszahlen. Die Tabelle zeigt Mittelwerte, und nach ± die Abweichung einer Ziehung.</translation>
    </message>
    <message>
        <source>A network a laptop can watch</source>
        <translation>Ein Netz, dem ein Laptop zusehen kann</translation>
    </message>
    <message>
        <source>A network far away</source>
        <translation>Ein Netzwerk in der Ferne</translation>
    </message>
    <message>
        <source>A whole run in a few seconds. Move a control while it goes on, and see what that changes.</source>
        <translation>Ein ganzer Lauf in wenigen Sekunden. Bewegen Sie dabei einen Regler, und sehen Sie, was das ändert.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>CIFAR-10, LASG</source>
        <translation>CIFAR-10, LASG</translation>
    </message>
    <message>
        <source>CIFAR-10, SASG</source>
        <translation>CIFAR-10, SASG</translation>
    </message>
    <message>
        <source>CIFAR-10, SGD</source>
        <translation>CIFAR-10, SGD</translation>
    </message>
    <message>
        <source>CIFAR-10, Sparse</source>
        <translation>CIFAR-10, Sparse</translation>
    </message>
    <message>
        <source>CIFAR-100, LASG</source>
        <translation>CIFAR-100, LASG</translation>
    </message>
    <message>
        <source>CIFAR-100, SASG</source>
        <translation>CIFAR-100, SASG</translation>
    </message>
    <message>
        <source>CIFAR-100, SGD</source>
        <translation>CIFAR-100, SGD</translation>
    </message>
    <message>
        <source>CIFAR-100, Sparse</source>
        <translation>CIFAR-100, Sparse</translation>
    </message>
    <message>
        <source>CocktailSGD mixes three savings: a random tenth, of it the largest fifth, in four bits. Workers run ahead of a model that they share.</source>
        <translation>CocktailSGD mischt drei Ersparnisse: ein zufälliges Zehntel, davon das größte Fünftel, in vier Bit. Die Worker laufen einem gemeinsamen Modell voraus.</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Komprimiert</translation>
    </message>
    <message>
        <source>Compressors</source>
        <translation>Kompressoren</translation>
    </message>
    <message>
        <source>DeCo-SGD watches the bandwidth and chooses by itself how much to send and how far updates may lag behind. Four networks: drifting, steady, in steps, in waves.</source>
        <translation>DeCo-SGD beobachtet die Bandbreite und wählt selbst, wie viel gesendet wird und wie weit Änderungen zurückliegen dürfen. Vier Netzwerke: schwankend, stetig, in Stufen, in Wellen.</translation>
    </message>
    <message>
        <source>Distance to the minimum over the whole run.</source>
        <translation>Abstand zum Minimum über den ganzen Lauf.</translation>
    </message>
    <message>
        <source>Distance to the minimum: the first 400 iterations.</source>
        <translation>Abstand zum Minimum: die ersten 400 Iterationen.</translation>
    </message>
    <message>
        <source>Drifting</source>
        <translation>Schwankend</translation>
    </message>
    <message>
        <source>Error feedback</source>
        <translation>Fehlerrückführung</translation>
    </message>
    <message>
        <source>Everything, VGG-11</source>
        <translation>Alles, VGG-11</translation>
    </message>
    <message>
        <source>Everything, VGG-19</source>
        <translation>Alles, VGG-19</translation>
    </message>
    <message>
        <source>Exchange models, not gradients</source>
        <translation>Modelle tauschen, nicht Gradienten</translation>
    </message>
    <message>
        <source>Five entries of a hundred</source>
        <translation>Fünf Einträge von hundert</translation>
    </message>
    <message>
        <source>Five workers have only photographs, five only digits. Who skips, and does either task suffer? The rule decides anew for each worker.</source>
        <translation>Fünf Worker haben nur Fotos, fünf nur Ziffern. Wer lässt aus, und leidet eine der Aufgaben? Die Regel entscheidet für jeden Worker neu.</translation>
    </message>
    <message>
        <source>Four methods on handwritten digits</source>
        <translation>Vier Verfahren an handgeschriebenen Ziffern</translation>
    </message>
    <message>
        <source>Four workers who disagree</source>
        <translation>Vier Worker, die uneins sind</translation>
    </message>
    <message>
        <source>How sparse is too sparse?</source>
        <translation>Wie dünn ist zu dünn?</translation>
    </message>
    <message>
        <source>In steps</source>
        <translation>In Stufen</translation>
    </message>
    <message>
        <source>In waves</source>
        <translation>In Wellen</translation>
    </message>
    <message>
        <source>Largest entries, random ones, rounded ones: the operators of a study of biased compression on two VGG networks, over bits as well as epochs. For a night or a day, or a faster machine.</source>
        <translation>Größte Einträge, zufällige, gerundete: die Operatoren einer Studie über verzerrte Kompression an zwei VGG-Netzen, über Bits wie über Epochen. Für eine Nacht oder einen Tag, oder einen schnelleren Rechner.</translation>
    </message>
    <message>
        <source>Let the network decide</source>
        <translation>Das Netzwerk entscheiden lassen</translation>
    </message>
    <message>
        <source>Natural dithering, VGG-11</source>
        <translation>Natural dithering, VGG-11</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>One worker descends a long, narrow valley by five entries at a time. Theory guarantees a rate for the worst case; see how much faster it really is.</source>
        <translation>Ein Worker steigt in ein langes, enges Tal ab, je fünf Einträge auf einmal. Die Theorie sichert eine Rate für den schlimmsten Fall zu; sehen Sie, wie viel schneller es wirklich geht.</translation>
    </message>
    <message>
        <source>Operators on photographs</source>
        <translation>Operatoren an Fotos</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Plain SGD, Sparse, LASG and SASG learn the same from very different amounts of data sent. Run two of them and change the axis to bits.</source>
        <translation>SGD, Sparse, LASG und SASG lernen dasselbe und senden sehr verschieden viel. Starten Sie zwei davon und stellen Sie die Achse auf Bits.</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Schnellstart</translation>
    </message>
    <message>
        <source>Rand-5 % without feedback, VGG-19</source>
        <translation>Rand-5 % ohne Rückführung, VGG-19</translation>
    </message>
    <message>
        <source>Rand-5 %, VGG-11</source>
        <translation>Rand-5 %, VGG-11</translation>
    </message>
    <message>
        <source>ResNet-18 in the settings of the SASG paper. An iteration takes seconds, so this is for a large machine, or to look at what ten messages of eleven million weights do to a network.</source>
        <translation>ResNet-18 mit den Einstellungen des SASG-Papers. Eine Iteration dauert Sekunden; also für einen großen Rechner, oder um zu sehen, was zehn Nachrichten von elf Millionen Gewichten mit einem Netz machen.</translation>
    </message>
    <message>
        <source>ResNet-20 learns ten kinds of things, or a hundred, with each of the four methods. Pause it whenever you like; it goes on from where it was.</source>
        <translation>ResNet-20 lernt zehn Arten von Dingen, oder hundert, mit jedem der vier Verfahren. Halten Sie es an, wann Sie mögen; es geht dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>SASG, 0.1 %</source>
        <translation>SASG, 0.1 %</translation>
    </message>
    <message>
        <source>SASG, 10 %</source>
        <translation>SASG, 10 %</translation>
    </message>
    <message>
        <source>Send less, and less often</source>
        <translation>Weniger senden, und seltener</translation>
    </message>
    <message>
        <source>Small problems, solved in an instant, in which forgetting what was not sent is fatal, and remembering it not always enough.</source>
        <translation>Kleine Aufgaben, im Nu gelöst, in denen es fatal ist, das nicht Gesendete zu vergessen, und es sich zu merken nicht immer genügt.</translation>
    </message>
    <message>
        <source>Sparse, 0.1 %</source>
        <translation>Sparse, 0.1 %</translation>
    </message>
    <message>
        <source>Sparse, 10 %</source>
        <translation>Sparse, 10 %</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Stetig</translation>
    </message>
    <message>
        <source>Ten workers train one network on pictures of clothes. They skip uploads that would change little, and of the rest they send a hundredth: as accurate as sending everything, for less than a hundredth of the bits.</source>
        <translation>Zehn Worker trainieren ein Netz an Bildern von Kleidung. Sie lassen Uploads aus, die wenig ändern würden, und senden vom Rest ein Hundertstel: so genau, als sendeten sie alles, für weniger als ein Hundertstel der Bits.</translation>
    </message>
    <message>
        <source>Test accuracy over simulated time: the first 800 iterations.</source>
        <translation>Testgenauigkeit über die simulierte Zeit: die ersten 800 Iterationen.</translation>
    </message>
    <message>
        <source>Test accuracy over the bits sent: the first 1,200 of 12,000 iterations.</source>
        <translation>Testgenauigkeit über die gesendeten Bits: die ersten 1 200 von 12 000 Iterationen.</translation>
    </message>
    <message>
        <source>Test accuracy over the iterations of the whole run.</source>
        <translation>Testgenauigkeit über die Iterationen des ganzen Laufs.</translation>
    </message>
    <message>
        <source>The SASG paper&apos;s tasks. They need patience: from most of an hour to a day. Begin one, and look in again.</source>
        <translation>Die Aufgaben des SASG-Papers. Sie brauchen Geduld: von knapp einer Stunde bis zu einem Tag. Beginnen Sie eine, und schauen Sie wieder herein.</translation>
    </message>
    <message>
        <source>The largest tenth or only the largest thousandth of every tensor, with and without skipping. Sparser uploads cost less, and take a little longer to learn.</source>
        <translation>Das größte Zehntel oder nur das größte Tausendstel jedes Tensors, mit und ohne Auslassen. Dünnere Uploads kosten weniger und lernen etwas langsamer.</translation>
    </message>
    <message>
        <source>The paper&apos;s own network</source>
        <translation>Das Netz des Papers</translation>
    </message>
    <message>
        <source>The server is 100 ms away, and every message as long as one of a language model. Here time is what counts, not rounds.</source>
        <translation>Der Server ist 100 ms entfernt, und jede Nachricht so lang wie die eines Sprachmodells. Hier zählt die Zeit, nicht die Runden.</translation>
    </message>
    <message>
        <source>Their gradients cancel at the minimum without being zero. Error feedback stalls on a plateau; EF21, which compresses how gradients change, goes on.</source>
        <translation>Ihre Gradienten heben sich im Minimum auf, ohne null zu sein. Fehlerrückführung bleibt auf einer Stufe stehen; EF21, das die Änderung der Gradienten komprimiert, kommt weiter.</translation>
    </message>
    <message>
        <source>Three weights that run away</source>
        <translation>Drei Gewichte, die davonlaufen</translation>
    </message>
    <message>
        <source>Three workers send only their largest entry. Without feedback every weight grows for ever, at any learning rate. With it, the same workers find the minimum.</source>
        <translation>Drei Worker senden nur ihren größten Eintrag. Ohne Rückführung wächst jedes Gewicht endlos, bei jeder Lernrate. Mit ihr finden dieselben Worker das Minimum.</translation>
    </message>
    <message>
        <source>Top-5 % and dithering, VGG-11</source>
        <translation>Top-5 % und Dithering, VGG-11</translation>
    </message>
    <message>
        <source>Top-5 % without feedback, VGG-19</source>
        <translation>Top-5 % ohne Rückführung, VGG-19</translation>
    </message>
    <message>
        <source>Top-5 %, VGG-11</source>
        <translation>Top-5 %, VGG-11</translation>
    </message>
    <message>
        <source>Top-5 %, VGG-19</source>
        <translation>Top-5 %, VGG-19</translation>
    </message>
    <message>
        <source>Training loss of SGD and Sparse over the first 50 iterations, each point the mean of some.</source>
        <translation>Trainingsverlust von SGD und Sparse über die ersten 50 Iterationen, jeder Punkt das Mittel einiger.</translation>
    </message>
    <message>
        <source>Training loss over the bits sent: the first 16 iterations with VGG-11, each point the mean of some.</source>
        <translation>Trainingsverlust über die gesendeten Bits: die ersten 16 Iterationen mit VGG-11, jeder Punkt das Mittel einiger.</translation>
    </message>
    <message>
        <source>Training loss over the bits sent: the first 60 iterations of SGD and Sparse on CIFAR-10, each point the mean of some.</source>
        <translation>Trainingsverlust über die gesendeten Bits: die ersten 60 Iterationen von SGD und Sparse auf CIFAR-10, jeder Punkt das Mittel einiger.</translation>
    </message>
    <message>
        <source>Training loss over the first 16 iterations of Sparse on CIFAR-10, each point the mean of some.</source>
        <translation>Trainingsverlust über die ersten 16 Iterationen von Sparse auf CIFAR-10, jeder Punkt das Mittel einiger.</translation>
    </message>
    <message>
        <source>Two ways to save uploads, and both together: leave out small entries, or leave out whole messages.</source>
        <translation>Zwei Wege, Uploads zu sparen, und beide zusammen: kleine Einträge weglassen oder ganze Nachrichten.</translation>
    </message>
    <message>
        <source>Wait, compress, or run ahead</source>
        <translation>Warten, komprimieren oder vorauslaufen</translation>
    </message>
    <message>
        <source>What the operator itself does: how fast descent is with a few entries of each gradient, and which bits are worth sending.</source>
        <translation>Was der Operator selbst tut: wie schnell der Abstieg mit wenigen Einträgen jedes Gradienten ist, und welche Bits das Senden lohnen.</translation>
    </message>
    <message>
        <source>What waiting costs, what compression saves, what staleness hides: the same training four times. In the one that does both, drag kept fraction and staleness as it runs.</source>
        <translation>Was Warten kostet, was Kompression spart, was Verzug verbirgt: viermal dasselbe Training. Bewegen Sie in dem, das beides tut, Anteil und Verzug, während es läuft.</translation>
    </message>
    <message>
        <source>Why feedback</source>
        <translation>Warum Rückführung</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Workers who see different things</source>
        <translation>Worker, die Verschiedenes sehen</translation>
    </message>
    <message>
        <source>two cores of a virtual AMD EPYC</source>
        <translation>zwei Kerne eines virtuellen AMD EPYC</translation>
    </message>
    <message>
        <source>0.0005 is common for image models; compare the gap between training and test loss.</source>
        <translation>0.0005 ist bei Bildmodellen üblich; den Abstand zwischen Trainings- und Testverlust vergleichen.</translation>
    </message>
    <message>
        <source>The uploaded values alone (32 bits for each that is sent as a float), positions not counted: what the papers&apos; tables have.</source>
        <translation>Allein die hochgeladenen Werte (32 Bit für jeden, der als Gleitkommazahl gesendet wird), Positionen nicht mitgezählt: so steht es in den Tabellen der Papers.</translation>
    </message>
    <message>
        <source>A generated bandwidth that changes over simulated time; all workers have the same.</source>
        <translation>Eine erzeugte Bandbreite, die sich über die simulierte Zeit ändert; für alle Worker dieselbe.</translation>
    </message>
    <message>
        <source>A bound: how few bits any code could do with, for these numbers at these positions.</source>
        <translation>Eine Schranke: mit wie wenigen Bits ein Code für diese Zahlen an diesen Positionen bestenfalls auskäme.</translation>
    </message>
    <message>
        <source>A budget of time: what the network can carry in what is left of it after computing is what is sent, as far as bandwidth has been observed.</source>
        <translation>Ein Zeitbudget: Gesendet wird, was das Netzwerk in der Zeit übertragen kann, die nach dem Rechnen noch bleibt, gemessen an der bisher beobachteten Bandbreite.</translation>
    </message>
    <message>
        <source>A cell for each run, coloured by what you choose; a click opens it.</source>
        <translation>Eine Zelle für jeden Lauf, eingefärbt nach einer wählbaren Größe; ein Klick öffnet ihn.</translation>
    </message>
    <message>
        <source>A few values of any two parameters make a grid of runs, carried out in the background.</source>
        <translation>Einige Werte von zwei beliebigen Parametern ergeben ein Gitter von Läufen, die im Hintergrund ausgeführt werden.</translation>
    </message>
    <message>
        <source>A fixed limit: large gradients early in training send much, small ones late send little.</source>
        <translation>Eine feste Grenze: Große Gradienten am Anfang des Trainings senden viel, kleine am Ende wenig.</translation>
    </message>
    <message>
        <source>A floor, so that on a very slow network something of use is sent all the same.</source>
        <translation>Eine Untergrenze, damit auch auf einem sehr langsamen Netzwerk noch etwas Brauchbares gesendet wird.</translation>
    </message>
    <message>
        <source>A gradient of a weight matrix is replaced by the product of two thin ones with so many columns.</source>
        <translation>Der Gradient einer Gewichtsmatrix wird durch das Produkt von zwei schmalen Matrizen mit so vielen Spalten ersetzt.</translation>
    </message>
    <message>
        <source>A kept entry needs its position. Papers often count values alone; the wire carries both.</source>
        <translation>Ein behaltener Eintrag braucht seine Position. Papers zählen oft nur die Werte; über die Leitung geht beides.</translation>
    </message>
    <message>
        <source>A lane for each worker in simulated time: computing, encoding, waiting; and its messages, queueing, being sent and under way. Zoomed out, each column is the mean of what it covers.</source>
        <translation>Eine Spur für jeden Worker in simulierter Zeit: rechnen, kodieren, warten; dazu seine Nachrichten, wie sie anstehen, gesendet werden und unterwegs sind. Herausgezoomt ist jede Spalte das Mittel dessen, was sie umfasst.</translation>
    </message>
    <message>
        <source>A late gradient was taken at weights that have moved since. This corrects it to first order, with the squared gradient in place of the curvature.</source>
        <translation>Ein verspäteter Gradient gehört zu Gewichten, die sich seither bewegt haben. Das wird hier in erster Ordnung korrigiert, mit dem quadrierten Gradienten anstelle der Krümmung.</translation>
    </message>
    <message>
        <source>A lost packet is sent again a round trip later, and holds its message up.</source>
        <translation>Ein verlorenes Paket wird eine Umlaufzeit später erneut gesendet und hält seine Nachricht auf.</translation>
    </message>
    <message>
        <source>A mean that looks back only, weighted the less the older: what is drawn never moves afterwards.</source>
        <translation>Ein Mittel, das nur zurückblickt und Werte umso schwächer gewichtet, je älter sie sind: Was gezeichnet ist, bewegt sich danach nicht mehr.</translation>
    </message>
    <message>
        <source>A message leaves a worker bit by bit: this is how fast. With many workers the server&apos;s own link is often the narrower one.</source>
        <translation>Eine Nachricht verlässt einen Worker Bit für Bit; dieser Wert sagt, wie schnell. Bei vielen Workern ist oft die Leitung des Servers der Engpass.</translation>
    </message>
    <message>
        <source>A plan that uses all of the bandwidth fails with the first jitter; DeCo plans with this share of what it observes.</source>
        <translation>Ein Plan, der die ganze Bandbreite ausnutzt, scheitert am ersten Jitter; DeCo plant mit diesem Anteil dessen, was es beobachtet.</translation>
    </message>
    <message>
        <source>A random share, of that the largest, of those a few bits each, one step late.</source>
        <translation>Ein zufälliger Anteil, davon die größten Einträge, jeder in wenigen Bits, einen Schritt verspätet.</translation>
    </message>
    <message>
        <source>A row for each worker, a column for each of the last iterations: filled where it uploaded, pale and small where it skipped, in two halves, in the warning colour, where it was forced to upload.</source>
        <translation>Eine Zeile für jeden Worker, eine Spalte für jede der letzten Iterationen: gefüllt, wo er hochlud; blass und klein, wo er ausließ; in zwei Hälften und in der Warnfarbe, wo er hochladen musste.</translation>
    </message>
    <message>
        <source>A ruler between zero and the norm: entries are rounded to its marks at random, right in the mean.</source>
        <translation>Ein Lineal zwischen null und der Norm: Einträge werden zufällig auf seine Striche gerundet, im Mittel richtig.</translation>
    </message>
    <message>
        <source>A share grows with the model; a number does not.</source>
        <translation>Ein Anteil wächst mit dem Modell mit, eine Anzahl nicht.</translation>
    </message>
    <message>
        <source>A single entry, the likelier the larger it is.</source>
        <translation>Ein einziger Eintrag; je größer er ist, desto eher wird er gezogen.</translation>
    </message>
    <message>
        <source>A straggler: others wait for it, unless the method lets them go on.</source>
        <translation>Ein Nachzügler: Die anderen warten auf ihn, es sei denn, die Methode lässt sie weitermachen.</translation>
    </message>
    <message>
        <source>A stream of random numbers of its own, so that the same draws can be had with another seed of the run.</source>
        <translation>Ein eigener Strom von Zufallszahlen, damit sich dieselben Ziehungen auch bei einem anderen Startwert des Laufs wiederholen lassen.</translation>
    </message>
    <message>
        <source>A worker applies its own gradient at once and replaces it by everybody&apos;s mean so many iterations later; workers&apos; models differ only by their last few gradients.</source>
        <translation>Ein Worker wendet seinen eigenen Gradienten sofort an und ersetzt ihn so viele Iterationen später durch das Mittel aller; die Modelle der Worker unterscheiden sich nur um ihre letzten Gradienten.</translation>
    </message>
    <message>
        <source>A worker skips its upload while its gradient has changed less than the weights have moved of late. This is the weight of the moves: the paper gives α, the form c = α · γ. At a smaller learning rate the same c lets more be skipped: moves and changes shrink alike, and α grows.</source>
        <translation>Ein Worker lässt seinen Upload aus, solange sich sein Gradient weniger geändert hat, als sich die Gewichte zuletzt bewegt haben. Diese Zahl sagt, wie stark deren Schritte zählen: Das Paper gibt α an, das Formular c = α · γ. Bei kleinerer Lernrate lässt dasselbe c mehr aussetzen: Schritte und Änderungen schrumpfen gleichermaßen, und α wächst.</translation>
    </message>
    <message>
        <source>Accordion sends this share of a tensor while its gradients change much from one interval to the next: in critical phases compression would hurt.</source>
        <translation>Diesen Anteil eines Tensors sendet Accordion, solange sich dessen Gradienten von einem Intervall zum nächsten stark ändern: In kritischen Phasen würde Kompression schaden.</translation>
    </message>
    <message>
        <source>Accuracy against cost: on the front are the runs that no other beats in both.</source>
        <translation>Genauigkeit gegen Kosten: Auf der Front liegen die Läufe, die kein anderer in beidem übertrifft.</translation>
    </message>
    <message>
        <source>Add Top-k and Rand-k with the same fraction.</source>
        <translation>Top-k und Rand-k mit demselben Anteil hinzufügen.</translation>
    </message>
    <message>
        <source>All broadcasts share it.</source>
        <translation>Alle Broadcasts teilen sich diese Leitung.</translation>
    </message>
    <message>
        <source>All chance comes from it: initial weights, minibatches, what random operators draw. The same seed and settings give the same run to the bit, on any number of threads; processors with other vector instructions, or another oneDNN, may round differently.</source>
        <translation>Aller Zufall geht von ihm aus: Anfangsgewichte, Minibatches, die Ziehungen zufälliger Operatoren. Derselbe Startwert und dieselben Einstellungen ergeben bis aufs Bit denselben Lauf, mit beliebig vielen Threads; Prozessoren mit anderen Vektorbefehlen oder ein anderes oneDNN können anders runden.</translation>
    </message>
    <message>
        <source>All layers&apos; widths are multiples of it: halving it makes about a quarter of the weights.</source>
        <translation>Die Breiten aller Schichten sind Vielfache davon: Mit der Hälfte hat das Modell etwa ein Viertel der Gewichte.</translation>
    </message>
    <message>
        <source>All that really travels: values, positions in their code, framing, headers.</source>
        <translation>Alles, was wirklich übertragen wird: Werte, kodierte Positionen, Rahmendaten, Header.</translation>
    </message>
    <message>
        <source>All uploads share it: with M workers each has an M-th of it, and messages queue.</source>
        <translation>Alle Uploads teilen sich diese Leitung: Bei M Workern hat jeder ein M-tel davon, und Nachrichten stehen an.</translation>
    </message>
    <message>
        <source>All visible runs over one axis. The run in focus is thick and solid, others thin and dashed. Hairlines mark changes and notes. Left and Right move the read-out, the right button forks or rewinds at a place.</source>
        <translation>Alle eingeblendeten Läufe über einer Achse. Der Lauf im Fokus ist dick und durchgezogen, die anderen sind dünn und gestrichelt. Haarlinien markieren Änderungen und Notizen. Die Pfeiltasten links und rechts bewegen die Ablesestelle, die rechte Maustaste zweigt an einer Stelle ab oder spult dorthin zurück.</translation>
    </message>
    <message>
        <source>Alt and a digit goes to a page.</source>
        <translation>Alt mit einer Ziffer öffnet eine Seite.</translation>
    </message>
    <message>
        <source>An epoch is one pass of each worker over its own part of the data.</source>
        <translation>Eine Epoche ist ein Durchgang jedes Workers durch seinen eigenen Datenanteil.</translation>
    </message>
    <message>
        <source>An interpretation: less is sent as long as enough of the gradient survives.</source>
        <translation>Eine Interpretation: Es wird immer weniger gesendet, solange genug vom Gradienten erhalten bleibt.</translation>
    </message>
    <message>
        <source>An interpretation: the kept fraction follows the ratio of computing time and the time messages take.</source>
        <translation>Eine Interpretation: Der behaltene Anteil folgt dem Verhältnis der Rechenzeit zu der Zeit, die Nachrichten brauchen.</translation>
    </message>
    <message>
        <source>An interpretation: the paper leaves rules open. Sends what the bandwidth observed allows in a given time.</source>
        <translation>Eine Interpretation, denn das Paper lässt Regeln offen. Sendet, was die beobachtete Bandbreite in einer gegebenen Zeit erlaubt.</translation>
    </message>
    <message>
        <source>An iteration&apos;s messages replayed: dots on their way, queues before links, how busy each link is. Click a worker to change it alone.</source>
        <translation>Die Nachrichten einer Iteration, noch einmal abgespielt: Punkte unterwegs, Warteschlangen vor Leitungen und wie stark jede Leitung belegt ist. Nach einem Klick auf einen Worker lässt er sich allein ändern.</translation>
    </message>
    <message>
        <source>Before and after, entry by entry, sorted by size.</source>
        <translation>Vorher und nachher, Eintrag für Eintrag, nach Größe sortiert.</translation>
    </message>
    <message>
        <source>Begin with 0.1 instead of everything, and compare the bits of the first epoch.</source>
        <translation>Mit 0.1 statt mit allem beginnen und die Bits der ersten Epoche vergleichen.</translation>
    </message>
    <message>
        <source>Begin with 8 for a first look; the forecast under the form says what it saves.</source>
        <translation>Für einen ersten Blick mit 8 beginnen; die Prognose unter dem Formular zeigt, was das spart.</translation>
    </message>
    <message>
        <source>Begin with few: a run that has ended can be repeated with more, and the first iterations are the same to the bit.</source>
        <translation>Mit wenigen beginnen: Ein beendeter Lauf lässt sich mit mehr Epochen wiederholen, und die ersten Iterationen sind bis aufs Bit dieselben.</translation>
    </message>
    <message>
        <source>Between resets workers&apos; models drift apart by what was not sent; a reset sends a larger share of that and forgets it.</source>
        <translation>Zwischen zwei Rücksetzungen driften die Modelle der Worker um das auseinander, was nicht gesendet wurde; ein Rücksetzen sendet davon einen größeren Anteil und vergisst ihn.</translation>
    </message>
    <message>
        <source>Between steps the gain is averaged, so that one lucky minibatch does not decide.</source>
        <translation>Zwischen den Schritten wird der Gewinn gemittelt, damit nicht ein einzelner günstiger Minibatch entscheidet.</translation>
    </message>
    <message>
        <source>Biased: what is small is never sent, unless error feedback lets it grow.</source>
        <translation>Verzerrt: Was klein ist, wird nie gesendet, es sei denn, die Fehlerrückführung lässt es wachsen.</translation>
    </message>
    <message>
        <source>Bits of values sent over those of dense gradients: δ in the formulas.</source>
        <translation>Bits der gesendeten Werte, geteilt durch die dichter Gradienten: δ in den Formeln.</translation>
    </message>
    <message>
        <source>Bits over bandwidth, for the message that everybody waits for.</source>
        <translation>Bits geteilt durch Bandbreite, für die Nachricht, auf die alle warten.</translation>
    </message>
    <message>
        <source>Bits per upload</source>
        <translation>Bits je Upload</translation>
    </message>
    <message>
        <source>Both sides can draw the same positions from one seed; then none of them travels.</source>
        <translation>Beide Seiten können dieselben Positionen aus einem Startwert ziehen; dann wird keine übertragen.</translation>
    </message>
    <message>
        <source>Both sides of the rule for one worker: how much its gradient has changed since its last upload, and the threshold, which follows how far the weights have moved. Above the threshold it uploads.</source>
        <translation>Beide Seiten der Regel für einen Worker: wie sehr sich sein Gradient seit dem letzten Upload geändert hat, und die Schwelle, die dem Weg der Gewichte folgt. Über der Schwelle lädt er hoch.</translation>
    </message>
    <message>
        <source>Capture a gradient and compare with a normal vector: its entries are far more uneven.</source>
        <translation>Einen Gradienten erfassen und mit einem normalverteilten Vektor vergleichen: Seine Einträge sind weit ungleicher.</translation>
    </message>
    <message>
        <source>Chance on top of the exact gradient, as minibatches would have.</source>
        <translation>Zufall zusätzlich zum exakten Gradienten, wie ihn Minibatches mitbrächten.</translation>
    </message>
    <message>
        <source>Change how often it resets.</source>
        <translation>Ändern, wie oft zurückgesetzt wird.</translation>
    </message>
    <message>
        <source>Change it alone: curves differ by as much as chance makes them.</source>
        <translation>Nur diesen Startwert ändern: Die Kurven unterscheiden sich um so viel, wie der Zufall ausmacht.</translation>
    </message>
    <message>
        <source>Change it and compare two runs with the same seed over simulated time.</source>
        <translation>Die Einstellung ändern und zwei Läufe mit demselben Startwert über die simulierte Zeit vergleichen.</translation>
    </message>
    <message>
        <source>Change it and look at the first iterations of the curve over simulated time alone.</source>
        <translation>Den Wert ändern und nur die ersten Iterationen der Kurve über die simulierte Zeit ansehen.</translation>
    </message>
    <message>
        <source>Change the algorithm and press Rewind: the same seed, another method, one more curve.</source>
        <translation>Den Algorithmus ändern und „Zurückspulen“ drücken: derselbe Startwert, eine andere Methode, eine Kurve mehr.</translation>
    </message>
    <message>
        <source>Halve the hidden units, run again, and compare it with the number before.</source>
        <translation>Die Schichtbreite halbieren, noch einmal trainieren und mit der Zahl davor vergleichen.</translation>
    </message>
    <message>
        <source>Change the index coding and repeat the run.</source>
        <translation>Die Indexkodierung ändern und den Lauf wiederholen.</translation>
    </message>
    <message>
        <source>Change the smoothing in the menu Curves: only the drawing changes.</source>
        <translation>Die Glättung im Menü „Kurven“ ändern: Nur die Zeichnung ändert sich.</translation>
    </message>
    <message>
        <source>Choose Top-k from the whole model: small tensors fall silent.</source>
        <translation>Top-k aus dem ganzen Modell wählen: Kleine Tensoren verstummen.</translation>
    </message>
    <message>
        <source>Choose a sign operator: two lines remain.</source>
        <translation>Einen Vorzeichenoperator wählen: Zwei Linien bleiben übrig.</translation>
    </message>
    <message>
        <source>Choose a staleness that hides it.</source>
        <translation>Eine Veraltung wählen, die diese Zeit verbirgt.</translation>
    </message>
    <message>
        <source>Choose a worker with a click: the card beside shows why it spoke.</source>
        <translation>Einen Worker anklicken: „Auslassregel“ daneben zeigt, warum er sprach.</translation>
    </message>
    <message>
        <source>Choose a worker, slow it down, and look at the Timeline.</source>
        <translation>Einen Worker wählen, ihn bremsen und die Zeitleiste ansehen.</translation>
    </message>
    <message>
        <source>Choose dense and see in Why no speed-up what compression of uploads is still worth.</source>
        <translation>„Dicht“ wählen und unter „Warum nicht schneller?“ sehen, was die Kompression der Uploads dann noch wert ist.</translation>
    </message>
    <message>
        <source>Choose exponential and look at the Timeline: the slowest upload of each iteration sets the pace.</source>
        <translation>„Exponentiell“ wählen und die Zeitleiste ansehen: Der langsamste Upload jeder Iteration bestimmt das Tempo.</translation>
    </message>
    <message>
        <source>Choose independent loss of 1 % on a WAN: large messages nearly always lose a packet.</source>
        <translation>Auf einem WAN unabhängigen Paketverlust von 1&#x202f;% wählen: Große Nachrichten verlieren fast immer ein Paket.</translation>
    </message>
    <message>
        <source>Choose it as the target&apos;s metric.</source>
        <translation>Bei „Ziel gilt für“ diese Genauigkeit wählen.</translation>
    </message>
    <message>
        <source>Choose it in the menu Curves and watch late epochs.</source>
        <translation>Den Testverlust im Menü „Kurven“ wählen und späte Epochen beobachten.</translation>
    </message>
    <message>
        <source>Choose it in the menu Curves beside the smoothed training loss.</source>
        <translation>Im Menü „Kurven“ das Epochenmittel wählen und mit dem geglätteten Trainingsverlust vergleichen.</translation>
    </message>
    <message>
        <source>Choose it yourself and set 1 with an unbiased operator: the shifts overshoot.</source>
        <translation>Auf „gewählt“ stellen und bei einem unverzerrten Operator 1 eingeben: Die Verschiebungen schießen über das Ziel hinaus.</translation>
    </message>
    <message>
        <source>Choose it yourself, and raise the probability: bits go up, the curve over iterations gets smoother.</source>
        <translation>Auf „gewählt“ stellen und die Wahrscheinlichkeit erhöhen: Es werden mehr Bits, und die Kurve über die Iterationen wird glatter.</translation>
    </message>
    <message>
        <source>Choose log with payload bits and two runs of different methods.</source>
        <translation>Bei Nutzbits und zwei Läufen verschiedener Methoden „log“ wählen.</translation>
    </message>
    <message>
        <source>Choose one in steps with DeCo-SGD, and watch it choose anew.</source>
        <translation>Bei DeCo-SGD einen Verlauf in Stufen wählen und beobachten, wie es neu wählt.</translation>
    </message>
    <message>
        <source>Choose the cosine with as many epochs as the run has, and compare the last tenth of the accuracy curve with the constant rate&apos;s.</source>
        <translation>Den Kosinus mit so vielen Epochen wählen, wie der Lauf hat, und das letzte Zehntel der Genauigkeitskurve mit dem bei konstanter Rate vergleichen.</translation>
    </message>
    <message>
        <source>Choose the dense broadcast and compare with a free one over simulated time.</source>
        <translation>Beim Broadcast „Dicht“ wählen und über die simulierte Zeit mit „Gratis“ vergleichen.</translation>
    </message>
    <message>
        <source>Choose the dense broadcast, then lower this: compression of uploads alone no longer helps much.</source>
        <translation>Beim Broadcast „Dicht“ wählen, dann diesen Wert senken: Nur die Uploads zu komprimieren, hilft kaum noch.</translation>
    </message>
    <message>
        <source>Choose the third: Top-k with natural dithering reaches the δ of Top-k with a quarter of the bits.</source>
        <translation>Abbildung 3 wählen: Top-k mit natürlichem Dithering erreicht das δ von Top-k mit einem Viertel der Bits.</translation>
    </message>
    <message>
        <source>Click a name, then again.</source>
        <translation>Auf einen Namen klicken, dann noch einmal.</translation>
    </message>
    <message>
        <source>Click a worker and give it a tenth of its links.</source>
        <translation>Auf einen Worker klicken und ihm ein Zehntel seiner Leitungen lassen.</translation>
    </message>
    <message>
        <source>Click another run in the table: its figures are shown.</source>
        <translation>In der Tabelle auf einen anderen Lauf klicken: Seine Zahlen erscheinen.</translation>
    </message>
    <message>
        <source>Clip the largest entries and see how many more become one.</source>
        <translation>Die größten Einträge kappen und sehen, wie viele weitere zu eins werden.</translation>
    </message>
    <message>
        <source>Close it: nothing else depends on it.</source>
        <translation>Die Meldung schließen: Sonst hängt nichts davon ab.</translation>
    </message>
    <message>
        <source>Colour and dash belong together, so that neither is the only mark. A click hides a run.</source>
        <translation>Farbe und Strichart gehören zusammen, damit keine von beiden das einzige Kennzeichen ist. Ein Klick blendet einen Lauf aus.</translation>
    </message>
    <message>
        <source>Colour is the noise φ by which DeCo weighs a kept fraction δ and a staleness τ. Left of and above the outline communication hides behind computing; DeCo takes the least noise there. Open diamonds are its candidates, the filled one is its choice, the dot and its trail are the run. It is a rule of decision and a property of a bound, not a measured fact: the grid beside it measures.</source>
        <translation>Die Farbe ist das Rauschen φ, mit dem DeCo einen behaltenen Anteil δ und eine Veraltung τ bewertet. Links und oberhalb des Umrisses ist die Kommunikation vom Rechnen verdeckt; dort wählt DeCo das geringste Rauschen. Leere Rauten sind die Kandidaten, die gefüllte ist die Wahl, der Punkt und seine Spur sind der Lauf. Das ist eine Entscheidungsregel und die Eigenschaft einer Schranke, keine gemessene Tatsache: Gemessen wird im Gitter daneben.</translation>
    </message>
    <message>
        <source>Colour it by payload bits, then by accuracy.</source>
        <translation>Erst nach Nutzbits einfärben, dann nach Genauigkeit.</translation>
    </message>
    <message>
        <source>Compare 0 and 4 in the first two epochs of the accuracy curve.</source>
        <translation>In den ersten beiden Epochen der Genauigkeitskurve 0 und 4 vergleichen.</translation>
    </message>
    <message>
        <source>Compare 0.02 and 0.5 by how often the kept fraction turns round.</source>
        <translation>0.02 und 0.5 vergleichen: Wie oft kehrt der behaltene Anteil um?</translation>
    </message>
    <message>
        <source>Compare 0.05 and 0.8 on a trace in steps: how long it takes until the kept fraction follows.</source>
        <translation>0.05 und 0.8 auf einem Verlauf in Stufen vergleichen: Wie lange dauert es, bis der behaltene Anteil folgt?</translation>
    </message>
    <message>
        <source>Compare 2 and 32 over payload bits and over iterations.</source>
        <translation>2 und 32 über Nutzbits und über Iterationen vergleichen.</translation>
    </message>
    <message>
        <source>Compare 2 and 8 bits over payload bits.</source>
        <translation>2 und 8 Bit über Nutzbits vergleichen.</translation>
    </message>
    <message>
        <source>Compare 2 and 8 bits: with error feedback the difference is small.</source>
        <translation>2 und 8 Bit vergleichen: Mit Fehlerrückführung ist der Unterschied klein.</translation>
    </message>
    <message>
        <source>Compare 64 and 8192: variance against bits.</source>
        <translation>64 und 8192 vergleichen: Varianz gegen Bits.</translation>
    </message>
    <message>
        <source>Compare IID, by label and Dirichlet with 0.1.</source>
        <translation>IID, „Nach Label“ und Dirichlet mit 0.1 vergleichen.</translation>
    </message>
    <message>
        <source>Compare SGD and LASG on this axis.</source>
        <translation>SGD und LASG auf dieser Achse vergleichen.</translation>
    </message>
    <message>
        <source>Compare SGD and SASG on this axis: they are apart by a factor of hundreds.</source>
        <translation>SGD und SASG auf dieser Achse vergleichen: Zwischen ihnen liegt ein Faktor von mehreren Hundert.</translation>
    </message>
    <message>
        <source>Compare a few entries with none on the page Compressors.</source>
        <translation>Auf der Seite „Kompressoren“ wenige Einträge mit gar keinem vergleichen.</translation>
    </message>
    <message>
        <source>Compare a ring and a tree at the same bandwidth: what counts is how many bits pass through one link.</source>
        <translation>Einen Ring und einen Baum bei gleicher Bandbreite vergleichen: Es kommt darauf an, wie viele Bits durch eine einzelne Leitung gehen.</translation>
    </message>
    <message>
        <source>Compare both over wire bits: payload bits are the same.</source>
        <translation>Beides über Leitungsbits vergleichen: Die Nutzbits sind dieselben.</translation>
    </message>
    <message>
        <source>Compare codes of positions: which comes near?</source>
        <translation>Kodierungen der Positionen vergleichen: Welche kommt der Schranke nahe?</translation>
    </message>
    <message>
        <source>Compare dense and sparse uploads at 1 %: small messages often lose nothing.</source>
        <translation>Dichte und dünn besetzte Uploads bei 1&#x202f;% vergleichen: Kleine Nachrichten verlieren oft nichts.</translation>
    </message>
    <message>
        <source>Compare how many weights it has with another: bits of a dense upload are 32 times that.</source>
        <translation>Die Zahl der Gewichte mit der eines anderen Modells vergleichen: Ein dichter Upload hat 32-mal so viele Bits.</translation>
    </message>
    <message>
        <source>Compare infinity and 2 with few levels: which entries become zero?</source>
        <translation>Bei wenigen Stufen p = ∞ und p = 2 vergleichen: Welche Einträge werden null?</translation>
    </message>
    <message>
        <source>Compare it with SASG over payload bits: what sparse messages save on top.</source>
        <translation>Über Nutzbits mit SASG vergleichen: was dünn besetzte Nachrichten zusätzlich sparen.</translation>
    </message>
    <message>
        <source>Compare it with SASG over rounds: what skipping saves on top.</source>
        <translation>Über Runden mit SASG vergleichen: was das Auslassen zusätzlich spart.</translation>
    </message>
    <message>
        <source>Compare it with the parameter server at the same bandwidths over simulated time.</source>
        <translation>Bei gleichen Bandbreiten über die simulierte Zeit mit dem Parameterserver vergleichen.</translation>
    </message>
    <message>
        <source>Compare its bits with Top-1&apos;s.</source>
        <translation>Die Bits mit denen von Top-1 vergleichen.</translation>
    </message>
    <message>
        <source>Compare its bits with Top-k&apos;s at the same fraction: values cost next to nothing.</source>
        <translation>Die Bits mit denen von Top-k bei gleichem Anteil vergleichen: Die Werte kosten fast nichts.</translation>
    </message>
    <message>
        <source>Compare its variance with Top-k&apos;s on the page Compressors.</source>
        <translation>Auf der Seite „Kompressoren“ die Varianz mit der von Top-k vergleichen.</translation>
    </message>
    <message>
        <source>Compare means of tensors and of columns.</source>
        <translation>Mittelwerte je Tensor und je Spalte vergleichen.</translation>
    </message>
    <message>
        <source>Compare packed, 32 bits and Golomb over wire bits: the curves over payload bits are the same.</source>
        <translation>Gepackt, 32 Bit und Golomb über Leitungsbits vergleichen: Die Kurven über Nutzbits sind dieselben.</translation>
    </message>
    <message>
        <source>Compare runs of different batch sizes on this axis.</source>
        <translation>Läufe mit verschiedenen Batchgrößen auf dieser Achse vergleichen.</translation>
    </message>
    <message>
        <source>Compare scales by tensor and by model.</source>
        <translation>Eine Skala je Tensor mit einer für das ganze Modell vergleichen.</translation>
    </message>
    <message>
        <source>Compare the curve with the proven rate that is drawn beside it.</source>
        <translation>Die Kurve mit der bewiesenen Rate vergleichen, die daneben gezeichnet ist.</translation>
    </message>
    <message>
        <source>Compare the first hundred iterations over payload bits.</source>
        <translation>Die ersten hundert Iterationen über Nutzbits vergleichen.</translation>
    </message>
    <message>
        <source>Compare the induced operator with each half alone on the page Compressors.</source>
        <translation>Auf der Seite „Kompressoren“ den induzierten Operator mit jeder Hälfte allein vergleichen.</translation>
    </message>
    <message>
        <source>Compare the slope with the proven line&apos;s: practice is usually faster.</source>
        <translation>Das Gefälle mit dem der bewiesenen Linie vergleichen: In der Praxis geht es meist schneller.</translation>
    </message>
    <message>
        <source>Compare the three counts on the page Layers.</source>
        <translation>Auf der Seite „Schichten“ die drei Zählweisen vergleichen.</translation>
    </message>
    <message>
        <source>Compare warm and cold on the page Layers: the error of the matrices.</source>
        <translation>Auf der Seite „Schichten“ den Fehler der Matrizen bei warmem und bei kaltem Start vergleichen.</translation>
    </message>
    <message>
        <source>Compare with EF-signSGD over payload bits.</source>
        <translation>Über Nutzbits mit EF-signSGD vergleichen.</translation>
    </message>
    <message>
        <source>Compare with EF21 at a batch of 1.</source>
        <translation>Bei einer Batchgröße von 1 mit EF21 vergleichen.</translation>
    </message>
    <message>
        <source>Compare with Rand-k: the number of entries varies.</source>
        <translation>Mit Rand-k vergleichen: Hier schwankt die Zahl der Einträge.</translation>
    </message>
    <message>
        <source>Compare with Signum where workers see different data.</source>
        <translation>Mit Signum vergleichen, wenn die Worker verschiedene Daten sehen.</translation>
    </message>
    <message>
        <source>Compare with Sparse at the same final fraction.</source>
        <translation>Bei gleichem endgültigem Anteil mit Sparse vergleichen.</translation>
    </message>
    <message>
        <source>Compare with each half alone on the page Compressors.</source>
        <translation>Auf der Seite „Kompressoren“ mit jeder Hälfte allein vergleichen.</translation>
    </message>
    <message>
        <source>Compare with payload bits for sparse messages: in the quick start positions and headers add 60 %.</source>
        <translation>Bei dünn besetzten Nachrichten mit den Nutzbits vergleichen: Im Schnellstart kommen durch Positionen und Header 60 % hinzu.</translation>
    </message>
    <message>
        <source>Compare with plain Top-k over payload bits.</source>
        <translation>Über Nutzbits mit gewöhnlichem Top-k vergleichen.</translation>
    </message>
    <message>
        <source>Compare with the unbiased one: less error, but always to the same side.</source>
        <translation>Mit der unverzerrten Rundung vergleichen: weniger Fehler, aber immer zur selben Seite.</translation>
    </message>
    <message>
        <source>Compressed and delayed by so many iterations as you choose: the one hides bandwidth, the other latency.</source>
        <translation>Komprimiert und um eine wählbare Zahl von Iterationen verzögert: Das eine gleicht knappe Bandbreite aus, das andere verbirgt die Latenz.</translation>
    </message>
    <message>
        <source>Compressed differences between successive gradients, and whole gradients now and then.</source>
        <translation>Komprimierte Differenzen aufeinanderfolgender Gradienten und ab und zu ganze Gradienten.</translation>
    </message>
    <message>
        <source>Compressing takes time, too. It pays only where the link is slower than what is saved.</source>
        <translation>Auch das Komprimieren kostet Zeit. Es lohnt sich nur, wo die eingesparten Bits auf der Leitung länger dauern würden.</translation>
    </message>
    <message>
        <source>Compression with error feedback, without delay.</source>
        <translation>Kompression mit Fehlerrückführung, ohne Verzögerung.</translation>
    </message>
    <message>
        <source>Compression without a memory: fine with unbiased operators, dangerous with biased ones.</source>
        <translation>Kompression ohne Gedächtnis: gut mit unverzerrten Operatoren, gefährlich mit verzerrten.</translation>
    </message>
    <message>
        <source>Compressors: figures 1 to 3 of arXiv 2002.12410</source>
        <translation>Kompressoren: Abbildungen 1 bis 3 aus arXiv 2002.12410</translation>
    </message>
    <message>
        <source>Compressors: operators</source>
        <translation>Kompressoren: Operatoren</translation>
    </message>
    <message>
        <source>Compressors: the vector</source>
        <translation>Kompressoren: der Vektor</translation>
    </message>
    <message>
        <source>Compressors: what became of every entry</source>
        <translation>Kompressoren: was aus jedem Eintrag wurde</translation>
    </message>
    <message>
        <source>Compressors: what they lose and cost</source>
        <translation>Kompressoren: was sie verlieren und kosten</translation>
    </message>
    <message>
        <source>Computing time, gradient, bandwidth and latency that the map is drawn for: typed in, taken from the form, or as the run observes them.</source>
        <translation>Rechenzeit, Gradient, Bandbreite und Latenz, für die die Karte gezeichnet ist: eingegeben, aus dem Formular übernommen oder wie der Lauf sie beobachtet.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Cost of any accuracy, with the deviation over seeds, and the ratio to a baseline.</source>
        <translation>Kosten jeder gewünschten Genauigkeit, mit der Abweichung über die Startwerte und dem Verhältnis zu einem Vergleichslauf.</translation>
    </message>
    <message>
        <source>Counted as in the papers: one for each upload of one worker. Skipping shows here.</source>
        <translation>Gezählt wie in den Papers: eine für jeden Upload eines Workers. Hier zeigt sich das Auslassen.</translation>
    </message>
    <message>
        <source>Cut one off and bring it back: the card Who spoke shows the gap and the forced upload after it.</source>
        <translation>Einen Worker abtrennen und zurückholen: „Wer sprach“ zeigt die Lücke und danach den erzwungenen Upload.</translation>
    </message>
    <message>
        <source>DD-EF-SGD that chooses both for itself: the least noise among all choices that hide the network behind computing.</source>
        <translation>DD-EF-SGD, das beides selbst wählt: das geringste Rauschen unter allen Möglichkeiten, bei denen das Rechnen das Netzwerk verdeckt.</translation>
    </message>
    <message>
        <source>DGC begins gently and ends with a thousandth; the warm-up spreads the way over its epochs by equal factors.</source>
        <translation>DGC beginnt sanft und endet bei einem Tausendstel; das Aufwärmen verteilt den Weg dorthin in gleichen Faktoren auf seine Epochen.</translation>
    </message>
    <message>
        <source>Data: who has what</source>
        <translation>Daten: wer was hat</translation>
    </message>
    <message>
        <source>DeCo watches bandwidth, latency and computing time, and chooses staleness and kept fraction anew after so many iterations.</source>
        <translation>DeCo beobachtet Bandbreite, Latenz und Rechenzeit und wählt Veraltung und behaltenen Anteil nach so vielen Iterationen neu.</translation>
    </message>
    <message>
        <source>Delay without compression.</source>
        <translation>Verzögerung ohne Kompression.</translation>
    </message>
    <message>
        <source>Differences to an estimate are compressed instead of gradients, so that what is lost dies out by itself.</source>
        <translation>Statt der Gradienten werden Differenzen zu einer Schätzung komprimiert, sodass das Verlorene von selbst abklingt.</translation>
    </message>
    <message>
        <source>Differences to learnt shifts, by an unbiased operator.</source>
        <translation>Differenzen zu gelernten Verschiebungen, unverzerrt komprimiert.</translation>
    </message>
    <message>
        <source>Distance over the speed of signals; no compression shortens it.</source>
        <translation>Entfernung geteilt durch Signalgeschwindigkeit; keine Kompression verkürzt diese Zeit.</translation>
    </message>
    <message>
        <source>Distance: it is there however few bits are sent, and compression cannot take it away. Staleness can hide it.</source>
        <translation>Die Entfernung bleibt, wie wenige Bits auch gesendet werden, und Kompression kann daran nichts ändern. Veraltung kann diese Zeit verbergen.</translation>
    </message>
    <message>
        <source>Double it and compare over bits and over iterations.</source>
        <translation>Den Anteil verdoppeln und über die Bits und über die Iterationen vergleichen.</translation>
    </message>
    <message>
        <source>Double it while a run goes on: the training loss falls faster, or, near the limit, begins to jump. Set it back with Ctrl+Z; the marker on the curves stays.</source>
        <translation>Im laufenden Training verdoppeln: Der Trainingsverlust fällt schneller oder beginnt, nahe der Grenze, zu springen. Mit Strg+Z zurücksetzen; die Marke auf den Kurven bleibt.</translation>
    </message>
    <message>
        <source>Double it: with a method that adds workers up, halve the learning rate, or the step doubles too.</source>
        <translation>Die Zahl verdoppeln: Bei einer Methode, die über die Worker summiert, dazu die Lernrate halbieren, sonst verdoppelt sich auch der Schritt.</translation>
    </message>
    <message>
        <source>Drag a kept fraction: the figures follow.</source>
        <translation>An einem behaltenen Anteil ziehen: Die Kennzahlen folgen.</translation>
    </message>
    <message>
        <source>Drag a slider, read the chip under it, find the marker on the curves.</source>
        <translation>An einem Regler ziehen, den Hinweis darunter lesen, die Marke auf den Kurven finden.</translation>
    </message>
    <message>
        <source>Drag it from 1 % to 0.1 % while the run goes on: over payload bits the curve bends, over iterations it hardly does, and the residual norm grows.</source>
        <translation>Im laufenden Training von 1&#x202f;% auf 0.1&#x202f;% ziehen: Über Nutzbits knickt die Kurve ab, über Iterationen kaum, und die Residuumsnorm wächst.</translation>
    </message>
    <message>
        <source>Drag it to 10 while the run goes on: the threshold in the card Why a worker uploads rises at once, and fewer workers speak. At 0 all speak whose gradient changes at all: SASG is Sparse then, and LASG is SGD.</source>
        <translation>Im laufenden Training auf 10 ziehen: Die Schwelle unter „Warum ein Worker hochlädt“ steigt sofort, und weniger Worker sprechen. Bei 0 sprechen alle, deren Gradient sich überhaupt ändert: SASG ist dann Sparse, LASG ist SGD.</translation>
    </message>
    <message>
        <source>Drag it to 4 on the page Compressors: fewer bits, more variance.</source>
        <translation>Auf der Seite „Kompressoren“ auf 4 ziehen: weniger Bits, mehr Varianz.</translation>
    </message>
    <message>
        <source>Drag it from 1.1 to 4 on the page Compressors: the bits stay, and the variance falls and then rises.</source>
        <translation>Auf der Seite „Kompressoren“ von 1.1 auf 4 ziehen: Die Bits bleiben, und die Varianz fällt und steigt dann.</translation>
    </message>
    <message>
        <source>Each level is so many times the one below it. Bits depend on the number of levels alone: a larger base spreads them over more sizes, a smaller one sets them closer below the norm.</source>
        <translation>Jede Stufe ist so oft so groß wie die darunter. Die Bits hängen allein von der Zahl der Stufen ab: Eine größere Basis verteilt sie über mehr Größenordnungen, eine kleinere setzt sie dichter unter die Norm.</translation>
    </message>
    <message>
        <source>Drag it to nothing: the raw minibatch loss remains.</source>
        <translation>Ganz herunterziehen: Übrig bleibt der rohe Minibatch-Verlust.</translation>
    </message>
    <message>
        <source>Drag the base and compare variance and bits.</source>
        <translation>An der Basis ziehen und Varianz und Bits vergleichen.</translation>
    </message>
    <message>
        <source>Drag the dashed target line: the table of runs says what each run had spent by then.</source>
        <translation>An der gestrichelten Ziellinie ziehen: Die Tabelle der Läufe sagt, was jeder Lauf bis dahin verbraucht hatte.</translation>
    </message>
    <message>
        <source>Drag the kept fraction.</source>
        <translation>Am behaltenen Anteil ziehen.</translation>
    </message>
    <message>
        <source>Drag the levels on the page Compressors.</source>
        <translation>Auf der Seite „Kompressoren“ an den Stufen ziehen.</translation>
    </message>
    <message>
        <source>Drag the line in the plot: the table follows for all runs at once.</source>
        <translation>An der Linie im Diagramm ziehen: Die Tabelle folgt für alle Läufe zugleich.</translation>
    </message>
    <message>
        <source>Drag the scale: bits against error.</source>
        <translation>An der Skala ziehen: Bits gegen Fehler.</translation>
    </message>
    <message>
        <source>Drag the target line in the lower plot.</source>
        <translation>An der Ziellinie im unteren Diagramm ziehen.</translation>
    </message>
    <message>
        <source>Drag the threshold factor and wait a hundred iterations.</source>
        <translation>Am Schwellenfaktor ziehen und hundert Iterationen abwarten.</translation>
    </message>
    <message>
        <source>Drag the threshold factor and watch the lower line move at once.</source>
        <translation>Am Schwellenfaktor ziehen und sehen, wie sich die untere Linie sofort bewegt.</translation>
    </message>
    <message>
        <source>EF21 for minibatches: the estimate follows an average.</source>
        <translation>EF21 für Minibatches: Die Schätzung folgt einem Mittel.</translation>
    </message>
    <message>
        <source>EF21 sends only differences, which are small once both sides agree on a beginning.</source>
        <translation>EF21 sendet nur Differenzen, und die sind klein, sobald sich beide Seiten auf einen Anfang geeinigt haben.</translation>
    </message>
    <message>
        <source>EF21 with momentum follows an average of gradients instead of the newest, which takes the minibatches&apos; noise out of what is compressed.</source>
        <translation>EF21 mit Momentum folgt einem Mittel der Gradienten statt dem neuesten; so gelangt das Rauschen der Minibatches nicht in das, was komprimiert wird.</translation>
    </message>
    <message>
        <source>Each has its own part of the training data and computes its own gradient. More of them make a better mean gradient, and more messages for the server.</source>
        <translation>Jeder hat seinen eigenen Anteil der Trainingsdaten und berechnet seinen eigenen Gradienten. Mehr Worker ergeben einen besseren mittleren Gradienten und mehr Nachrichten für den Server.</translation>
    </message>
    <message>
        <source>Each paper counts in its own way; this is the operator&apos;s.</source>
        <translation>Jedes Paper zählt auf seine Weise; dies ist die Zählweise des Papers zum Operator.</translation>
    </message>
    <message>
        <source>Each transmission of a packet may be lost, the repeated ones too.</source>
        <translation>Jede Übertragung eines Pakets kann verloren gehen, auch jede wiederholte.</translation>
    </message>
    <message>
        <source>Each worker compares its gradient with the one on the same minibatch at the weights of its last upload. If little has changed it stays silent, and the server goes on using what it sent last; else it sends the largest entries and keeps the rest for later.</source>
        <translation>Jeder Worker vergleicht seinen Gradienten mit dem auf demselben Minibatch bei den Gewichten seines letzten Uploads. Hat sich wenig geändert, schweigt er, und der Server verwendet weiter, was er zuletzt von ihm bekam; sonst sendet der Worker die größten Einträge und behält den Rest für später.</translation>
    </message>
    <message>
        <source>Each worker has a shift that learns its gradient, so that differences are compressed and their noise dies out. The proven rate is one over the operator&apos;s ζ.</source>
        <translation>Jeder Worker hat eine Verschiebung, die seinen Gradienten lernt, sodass Differenzen komprimiert werden und deren Rauschen abklingt. Die bewiesene Rate ist eins durch das ζ des Operators.</translation>
    </message>
    <message>
        <source>Each worker&apos;s mix of classes is drawn from a Dirichlet distribution.</source>
        <translation>Die Klassenmischung jedes Workers wird aus einer Dirichlet-Verteilung gezogen.</translation>
    </message>
    <message>
        <source>Early gradients change quickly; sending more of them in the first epochs costs little in all.</source>
        <translation>Frühe Gradienten ändern sich schnell; in den ersten Epochen mehr von ihnen zu senden, kostet insgesamt wenig.</translation>
    </message>
    <message>
        <source>Errors are applied locally at once and reset now and then.</source>
        <translation>Fehler werden sofort lokal angewendet und ab und zu zurückgesetzt.</translation>
    </message>
    <message>
        <source>Evaluating costs wall time and no simulated time. The target accuracy can be noticed only where it is evaluated.</source>
        <translation>Auswerten kostet Echtzeit, aber keine simulierte Zeit. Dass die Zielgenauigkeit überschritten ist, zeigt sich nur dort, wo ausgewertet wird.</translation>
    </message>
    <message>
        <source>Every entry in 32 bits.</source>
        <translation>Jeder Eintrag in 32 Bit.</translation>
    </message>
    <message>
        <source>Every entry is kept or left by a toss of its own, so the number that is sent varies a little.</source>
        <translation>Über jeden Eintrag entscheidet ein eigener Münzwurf, daher schwankt die Zahl der gesendeten ein wenig.</translation>
    </message>
    <message>
        <source>Every entry that reaches the limit is sent as exactly the limit, with its sign; the rest waits in the residual.</source>
        <translation>Jeder Eintrag, der die Grenze erreicht, wird als genau diese Grenze gesendet, mit seinem Vorzeichen; der Rest wartet im Residuum.</translation>
    </message>
    <message>
        <source>Every iteration waits for the slowest worker: the more workers, the more a spread costs.</source>
        <translation>Jede Iteration wartet auf den langsamsten Worker: Je mehr Worker, desto teurer die Streuung.</translation>
    </message>
    <message>
        <source>Every run folder that is known, with its figures; names, tags, notes and colours are yours.</source>
        <translation>Jeder bekannte Laufordner mit seinen Kennzahlen; Namen, Tags, Notizen und Farben sind frei wählbar.</translation>
    </message>
    <message>
        <source>Examples are sorted by class and dealt out in runs of one class.</source>
        <translation>Die Beispiele werden nach Klassen sortiert und in Stücken aus je einer Klasse verteilt.</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Fewer entries for one norm mean finer levels for small ones, and more norms to send.</source>
        <translation>Weniger Einträge je Norm bedeuten feinere Stufen für kleine Einträge und mehr Normen, die zu senden sind.</translation>
    </message>
    <message>
        <source>Find the pair that is taken for each other most: on Fashion-MNIST shirts are among them.</source>
        <translation>Das Paar finden, das am häufigsten verwechselt wird: Bei Fashion-MNIST sind Hemden dabei.</translation>
    </message>
    <message>
        <source>First part of CocktailSGD&apos;s chain: a random share of all entries that one exchange is about.</source>
        <translation>Erster Teil der Kette von CocktailSGD: ein zufälliger Anteil aller Einträge, um den es in einem Austausch geht.</translation>
    </message>
    <message>
        <source>Follow the run on a trace and see the map breathe.</source>
        <translation>Einem Lauf mit Bandbreitenverlauf folgen und sehen, wie die Karte atmet.</translation>
    </message>
    <message>
        <source>For a hundred classes: whether the right one is among the five best guesses.</source>
        <translation>Bei hundert Klassen: ob die richtige unter den fünf am höchsten bewerteten ist.</translation>
    </message>
    <message>
        <source>For a quick look, or to end runs of different batch sizes after as many steps.</source>
        <translation>Für einen schnellen Blick oder um Läufe mit verschiedenen Batchgrößen nach gleich vielen Schritten zu beenden.</translation>
    </message>
    <message>
        <source>For convex problems the minimum is known, so the distance to it can be drawn, with the proven rate beside it where there is one.</source>
        <translation>Bei konvexen Problemen ist das Minimum bekannt, also lässt sich der Abstand zu ihm zeichnen, daneben die bewiesene Rate, wo es eine gibt.</translation>
    </message>
    <message>
        <source>Fork at the epoch of a decay with another choice, and compare the share of uploads afterwards.</source>
        <translation>In der Epoche einer Senkung mit einer anderen Wahl abzweigen und danach den Anteil der Uploads vergleichen.</translation>
    </message>
    <message>
        <source>From each tensor alone, small tensors such as biases always get a word in; from the whole model, the largest entries win wherever they are.</source>
        <translation>Werden die größten Einträge aus jedem Tensor für sich gewählt, kommen auch kleine Tensoren wie Biases immer zu Wort; bei der Wahl aus dem ganzen Modell gewinnen die größten, wo immer sie liegen.</translation>
    </message>
    <message>
        <source>Full steps at the very beginning can throw large models off; a warm-up grows the rate over the first epochs.</source>
        <translation>Volle Schritte ganz am Anfang können große Modelle aus der Bahn werfen; das Aufwärmen lässt die Rate über die ersten Epochen wachsen.</translation>
    </message>
    <message>
        <source>Generated images need no download; this says how hard they are.</source>
        <translation>Erzeugte Bilder brauchen keinen Download; diese Zahl sagt, wie schwierig sie sind.</translation>
    </message>
    <message>
        <source>Give it a time in the network&apos;s settings: does compressing still pay?</source>
        <translation>In den Einstellungen des Netzwerks eine Kodierzeit angeben: Lohnt sich das Komprimieren noch?</translation>
    </message>
    <message>
        <source>Go from 1 to 4: bits go up more than threefold; what does the accuracy over iterations gain?</source>
        <translation>Von 1 auf 4 gehen: Die Bits steigen auf mehr als das Dreifache; was gewinnt die Genauigkeit über die Iterationen?</translation>
    </message>
    <message>
        <source>Go on, or keep it as it is: neither loses anything.</source>
        <translation>Fortsetzen oder alles lassen, wie es ist: Bei beidem geht nichts verloren.</translation>
    </message>
    <message>
        <source>Go through all of them with two runs on the curves.</source>
        <translation>Mit zwei Läufen auf den Kurven alle Achsen durchgehen.</translation>
    </message>
    <message>
        <source>Halve it, run again, and compare the bits per upload under the form.</source>
        <translation>Die Schichtbreite halbieren, noch einmal trainieren und die Bits je Upload unter dem Formular vergleichen.</translation>
    </message>
    <message>
        <source>Halve it and compare over payload bits with halving the random share instead.</source>
        <translation>Einmal diesen Anteil halbieren, einmal stattdessen den Zufallsanteil, und beides über Nutzbits vergleichen.</translation>
    </message>
    <message>
        <source>Halve it when the loss stops falling: the weights then stop jumping around the minimum.</source>
        <translation>Halbieren, wenn der Verlust nicht mehr fällt: Die Gewichte springen dann nicht mehr um das Minimum herum.</translation>
    </message>
    <message>
        <source>Halve it: an exchange costs half, and an entry&apos;s turn comes half as often.</source>
        <translation>Halbieren: Ein Austausch kostet die Hälfte, und ein Eintrag kommt halb so oft an die Reihe.</translation>
    </message>
    <message>
        <source>Halve it: more entries are sent, each as half as much.</source>
        <translation>Halbieren: Es werden mehr Einträge gesendet, jeder mit dem halben Betrag.</translation>
    </message>
    <message>
        <source>Halve it: the kept fraction falls, and iterations keep to the new time.</source>
        <translation>Halbieren: Der behaltene Anteil fällt, und die Iterationen halten die neue Zeit ein.</translation>
    </message>
    <message>
        <source>Halve the epochs.</source>
        <translation>Die Epochen halbieren.</translation>
    </message>
    <message>
        <source>Halve the kept fraction: it halves.</source>
        <translation>Den behaltenen Anteil halbieren: Die Zeit halbiert sich mit.</translation>
    </message>
    <message>
        <source>Headers are sent with every message, so many small messages cost more than few large ones with as many values.</source>
        <translation>Header werden mit jeder Nachricht gesendet, daher kosten viele kleine Nachrichten mehr als wenige große mit ebenso vielen Werten.</translation>
    </message>
    <message>
        <source>How a worker&apos;s time is shared out, and the way of the update that everybody waits for. Below: what holds an iteration up, and what would help. An iteration takes the longest of three times; saving on another one saves nothing.</source>
        <translation>Wie sich die Zeit eines Workers aufteilt, und der Weg des Updates, auf das alle warten. Darunter: was eine Iteration aufhält und was helfen würde. Eine Iteration dauert so lange wie die längste von drei Zeiten; an einer anderen zu sparen, bringt nichts.</translation>
    </message>
    <message>
        <source>How bad a bad link is.</source>
        <translation>Wie schlecht eine schlechte Leitung ist.</translation>
    </message>
    <message>
        <source>How bold a step is: 0.5 halves or doubles.</source>
        <translation>Wie kühn ein Schritt ist: 0.5 halbiert oder verdoppelt.</translation>
    </message>
    <message>
        <source>How far the weights move for a gradient of a given length. SGD, Sparse, LASG, SASG and stochastic LAG multiply each worker&apos;s gradient and add the workers up, as the SASG authors do, so that ten workers step ten times as far as one; all other methods here take the mean.</source>
        <translation>Wie weit sich die Gewichte bei einem Gradienten gegebener Länge bewegen. SGD, Sparse, LASG, SASG und stochastisches LAG multiplizieren den Gradienten jedes Workers mit der Lernrate und addieren die Worker, wie es die Autoren von SASG tun, sodass zehn Worker zehnmal so weit gehen wie einer; alle anderen Verfahren hier bilden das Mittel.</translation>
    </message>
    <message>
        <source>How finely a kept value is written, against its bucket&apos;s largest.</source>
        <translation>Wie fein ein behaltener Wert geschrieben wird, gemessen am größten seines Buckets.</translation>
    </message>
    <message>
        <source>How late updates are applied, in iterations; 0 where all wait for them.</source>
        <translation>Wie spät Updates angewandt werden, in Iterationen; 0, wo alle auf sie warten.</translation>
    </message>
    <message>
        <source>How many weights the model has, d in the formulas. A dense upload has 32 bits for each.</source>
        <translation>Wie viele Gewichte das Modell hat, d in den Formeln. Ein dichter Upload hat 32 Bit für jedes.</translation>
    </message>
    <message>
        <source>How much of the squared length of what was to be sent is missing in what was received. Top-k&apos;s is usually far below its proven bound.</source>
        <translation>Wie viel vom Längenquadrat dessen, was gesendet werden sollte, in dem fehlt, was ankam. Bei Top-k ist es meist weit weniger als die bewiesene Schranke.</translation>
    </message>
    <message>
        <source>How much steeper the steepest direction is than the flattest: gradient descent needs iterations in proportion.</source>
        <translation>Wie viel steiler die steilste Richtung ist als die flachste: Im selben Verhältnis wächst die Zahl der Iterationen, die der Gradientenabstieg braucht.</translation>
    </message>
    <message>
        <source>How much the latency varies. Every iteration waits for the unluckiest message.</source>
        <translation>Wie stark die Latenz schwankt. Jede Iteration wartet auf die Nachricht, die am meisten Pech hat.</translation>
    </message>
    <message>
        <source>How much the norm of a tensor&apos;s summed gradients must change from one interval to the next for the phase to count as critical.</source>
        <translation>Wie stark sich die Norm der summierten Gradienten eines Tensors von einem Intervall zum nächsten ändern muss, damit die Phase als kritisch gilt.</translation>
    </message>
    <message>
        <source>How often each worker has been through its own data, in fractions.</source>
        <translation>Wie oft jeder Worker durch seine eigenen Daten gegangen ist, auch in Bruchteilen.</translation>
    </message>
    <message>
        <source>How often everybody sends everything: a coin is tossed in every iteration, the same for all workers.</source>
        <translation>Wie oft alle alles senden: In jeder Iteration wird eine Münze geworfen, für alle Worker dieselbe.</translation>
    </message>
    <message>
        <source>How the kept values are rounded; their number and positions are Top-k&apos;s.</source>
        <translation>Wie die behaltenen Werte gerundet werden; ihre Zahl und ihre Positionen sind die von Top-k.</translation>
    </message>
    <message>
        <source>How wrong the model is on the minibatches of this very iteration: noisy, and therefore drawn smoothed, with the raw curve faint behind. The axis is logarithmic unless you choose otherwise.</source>
        <translation>Wie falsch das Modell auf den Minibatches genau dieser Iteration liegt: verrauscht und deshalb geglättet gezeichnet, mit der rohen Kurve blass dahinter. Die Achse ist logarithmisch, solange nichts anderes gewählt ist.</translation>
    </message>
    <message>
        <source>Interrupted runs</source>
        <translation>Unterbrochene Läufe</translation>
    </message>
    <message>
        <source>Keep a thousandth of the entries and compare payload and wire bits.</source>
        <translation>Ein Tausendstel der Einträge behalten und Nutzbits mit Leitungsbits vergleichen.</translation>
    </message>
    <message>
        <source>Keep the share of lost packets and make bursts longer: fewer messages are hit, those harder.</source>
        <translation>Den Anteil verlorener Pakete beibehalten und die Schübe verlängern: Es trifft weniger Nachrichten, diese aber härter.</translation>
    </message>
    <message>
        <source>Large steps cover the way, small ones settle: most schedules begin with the first and end with the second.</source>
        <translation>Große Schritte legen den Weg zurück, kleine bringen zur Ruhe: Die meisten Zeitpläne beginnen mit den großen und enden mit den kleinen.</translation>
    </message>
    <message>
        <source>Large: the newest iteration counts most. Small: a long, calm memory.</source>
        <translation>Groß: Die neueste Iteration zählt am meisten. Klein: ein langes, ruhiges Gedächtnis.</translation>
    </message>
    <message>
        <source>Large: the newest message counts most, and the estimate follows jitter. Small: it is calm, and late.</source>
        <translation>Groß: Die neueste Nachricht zählt am meisten, und die Schätzung folgt dem Jitter. Klein: Sie ist ruhig, aber spät dran.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Leave it a tenth: with dense uploads all wait for it, with sparse ones hardly.</source>
        <translation>Dem Worker ein Zehntel lassen: Bei dichten Uploads warten alle auf ihn, bei dünn besetzten kaum.</translation>
    </message>
    <message>
        <source>Let the cosine end with the run, and the loss curve bends down once more at the end.</source>
        <translation>Den Kosinus mit dem Lauf enden lassen: Die Verlustkurve biegt am Ende noch einmal nach unten ab.</translation>
    </message>
    <message>
        <source>Let them overtake with delayed aggregation, and see simulated time fall a little.</source>
        <translation>Nachrichten bei verzögerter Aggregation überholen lassen und sehen, wie die simulierte Zeit ein wenig sinkt.</translation>
    </message>
    <message>
        <source>Levels that grow by factors fit gradients, whose entries are spread over many sizes. With base 2 they are powers of two: only exponents travel.</source>
        <translation>Stufen, die um Faktoren wachsen, passen zu Gradienten, deren Einträge über viele Größenordnungen verteilt sind. Mit Basis 2 sind es Zweierpotenzen: Nur Exponenten werden übertragen.</translation>
    </message>
    <message>
        <source>Limit it to less than ten uploads, and see simulated time grow.</source>
        <translation>Auf weniger als zehn Uploads begrenzen und zusehen, wie die simulierte Zeit wächst.</translation>
    </message>
    <message>
        <source>Live controls</source>
        <translation>Live-Regler</translation>
    </message>
    <message>
        <source>Logarithmic or linear</source>
        <translation>Logarithmisch oder linear</translation>
    </message>
    <message>
        <source>Look at its bits of an upload beside Top-k&apos;s.</source>
        <translation>Die Bits eines Uploads mit denen von Top-k vergleichen.</translation>
    </message>
    <message>
        <source>Look at the card Who spoke: each column is an iteration.</source>
        <translation>Die Karte „Wer sprach“ ansehen: Jede Spalte ist eine Iteration.</translation>
    </message>
    <message>
        <source>Look at the pace in the last line while a run evaluates more often.</source>
        <translation>Auf das Tempo in der letzten Zeile achten, während ein Lauf öfter auswertet.</translation>
    </message>
    <message>
        <source>Look at the page Data for what it holds and who has which part.</source>
        <translation>Auf der Seite „Daten“ nachsehen, was der Datensatz enthält und wer welchen Teil davon hat.</translation>
    </message>
    <message>
        <source>Look at the page Data: it draws each worker&apos;s classes.</source>
        <translation>Die Seite „Daten“ ansehen: Sie zeichnet die Klassen jedes Workers.</translation>
    </message>
    <message>
        <source>Look at the page Layers for each tensor&apos;s own.</source>
        <translation>Auf der Seite „Schichten“ den Fehler jedes einzelnen Tensors ansehen.</translation>
    </message>
    <message>
        <source>Look at the page Layers: matrices compress, biases do not.</source>
        <translation>Die Seite „Schichten“ ansehen: Matrizen lassen sich komprimieren, Biases nicht.</translation>
    </message>
    <message>
        <source>Look at the page Network while it runs: the queue before the server is the price.</source>
        <translation>Während des Laufs die Seite „Netzwerk“ ansehen: Die Warteschlange vor dem Server ist der Preis.</translation>
    </message>
    <message>
        <source>Loss and accuracy</source>
        <translation>Verlust und Genauigkeit</translation>
    </message>
    <message>
        <source>Losses of real links come together. The link is good or bad, and turns before a packet with these probabilities (Gilbert and Elliott).</source>
        <translation>Auf echten Leitungen häufen sich Verluste. Die Leitung ist gut oder schlecht und schlägt vor jedem Paket mit diesen Wahrscheinlichkeiten um (Gilbert und Elliott).</translation>
    </message>
    <message>
        <source>Lower it late in a run: bits fall, and the accuracy should not.</source>
        <translation>Spät in einem Lauf senken: Die Bits nehmen ab, die Genauigkeit sollte es nicht.</translation>
    </message>
    <message>
        <source>Lower it on a link with a small queue, and compare simulated time.</source>
        <translation>Bei einer Leitung mit kleiner Warteschlange senken und die simulierte Zeit vergleichen.</translation>
    </message>
    <message>
        <source>Lower it tenfold and look at the page Network: the queue before the server grows.</source>
        <translation>Auf ein Zehntel senken und die Seite „Netzwerk“ ansehen: Die Warteschlange vor dem Server wächst.</translation>
    </message>
    <message>
        <source>Lower it tenfold on the four workers that disagree (heterogeneous-quadratic): the suboptimality falls more slowly from the start.</source>
        <translation>Bei den vier Workern, die sich uneinig sind (heterogeneous-quadratic), auf ein Zehntel senken: Die Suboptimalität fällt von Anfang an langsamer.</translation>
    </message>
    <message>
        <source>Lower it to 10 Mbit/s: the curve over simulated time flattens, over bits nothing changes.</source>
        <translation>Auf 10 Mbit/s senken: Die Kurve über die simulierte Zeit wird flacher, über die Bits ändert sich nichts.</translation>
    </message>
    <message>
        <source>Lower it to the small fraction: the method then is static, and the early accuracy shows what the critical phase is worth.</source>
        <translation>Auf den kleinen Anteil senken: Das Verfahren ist dann statisch, und die frühe Genauigkeit zeigt, was die kritische Phase wert ist.</translation>
    </message>
    <message>
        <source>Lower it until uploads are dropped: simulated time jumps by the time to send again.</source>
        <translation>Senken, bis Uploads verworfen werden: Die simulierte Zeit springt um die Zeit bis zum erneuten Senden.</translation>
    </message>
    <message>
        <source>Lower it: bits fall and the noise of the rest grows.</source>
        <translation>Senken: Die Bits nehmen ab, und das Rauschen des Rests wächst.</translation>
    </message>
    <message>
        <source>Lower the bandwidth in mid-run: the curve bends on this axis and on no other.</source>
        <translation>Mitten im Lauf die Bandbreite senken: Die Kurve knickt auf dieser Achse ab, auf keiner anderen.</translation>
    </message>
    <message>
        <source>Lower the bandwidth until the share sent in the panel Now stops falling: it is at this limit.</source>
        <translation>Die Bandbreite senken, bis der gesendete Anteil im Feld „Jetzt“ nicht weiter fällt: Er ist an dieser Grenze.</translation>
    </message>
    <message>
        <source>Lower the delay bound and watch them grow.</source>
        <translation>Die Verzögerungsgrenze senken und zusehen, wie ihre Zahl wächst.</translation>
    </message>
    <message>
        <source>Lower the kept fraction: it falls, and training goes on all the same.</source>
        <translation>Den behaltenen Anteil senken: Der Kosinus fällt, und das Training geht trotzdem weiter.</translation>
    </message>
    <message>
        <source>Lower the kept fraction: it rises to a new level.</source>
        <translation>Den behaltenen Anteil senken: Die Norm steigt auf ein neues Niveau.</translation>
    </message>
    <message>
        <source>MARINA sends compressed differences of gradients, which add up errors, and whole gradients now and then, which clear them.</source>
        <translation>MARINA sendet komprimierte Differenzen von Gradienten, deren Fehler sich summieren, und ab und zu ganze Gradienten, die sie tilgen.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Messages are passed on from worker to worker over these links.</source>
        <translation>Über diese Leitungen werden Nachrichten von Worker zu Worker weitergereicht.</translation>
    </message>
    <message>
        <source>Messages that must go through the same link go one behind the other, or share it. The server&apos;s incoming link is where all uploads meet.</source>
        <translation>Nachrichten, die durch dieselbe Leitung müssen, kommen nacheinander an die Reihe oder teilen sie sich. Auf der eingehenden Leitung des Servers treffen alle Uploads zusammen.</translation>
    </message>
    <message>
        <source>Models that normalise batches keep running means for evaluation. Whether all share them matters when workers see different data.</source>
        <translation>Modelle, die Batches normalisieren, führen laufende Mittel für die Auswertung. Ob sich alle diese Mittel teilen, ist von Belang, wenn die Worker verschiedene Daten sehen.</translation>
    </message>
    <message>
        <source>Momentum before compression, and a warm-up of what is kept.</source>
        <translation>Momentum vor der Kompression, und ein Aufwärmen des behaltenen Anteils.</translation>
    </message>
    <message>
        <source>Momentum is kept by each worker before compression, so that what is sent late has been pushed on like what is sent at once.</source>
        <translation>Jeder Worker führt das Momentum selbst, vor der Kompression. So ist, was spät gesendet wird, ebenso weitergeschoben wie das, was sofort gesendet wird.</translation>
    </message>
    <message>
        <source>Momentum of an entry that was just sent is old: it would push the same entry on. Masking forgets it.</source>
        <translation>Das Momentum eines gerade gesendeten Eintrags ist alt: Es würde denselben Eintrag weiterschieben. Die Maskierung vergisst es.</translation>
    </message>
    <message>
        <source>More hidden units mean more weights, in proportion, and so more bits of every upload.</source>
        <translation>Eine breitere verdeckte Schicht bedeutet im selben Verhältnis mehr Gewichte und damit mehr Bits in jedem Upload.</translation>
    </message>
    <message>
        <source>Move the kept fraction and watch the bits per upload under the form, or Kept on the page Layers.</source>
        <translation>Den behaltenen Anteil verschieben und die Bits je Upload unter dem Formular beobachten, oder „Behalten“ auf der Seite „Schichten“.</translation>
    </message>
    <message>
        <source>Move the staleness and the kept fraction in the staleness lab&apos;s map, then here.</source>
        <translation>Veraltung und behaltenen Anteil erst auf der Karte der Seite „Veraltung“ verschieben, dann hier.</translation>
    </message>
    <message>
        <source>Move the staleness of DD-EF-SGD.</source>
        <translation>Die Veraltung von DD-EF-SGD verschieben.</translation>
    </message>
    <message>
        <source>Nine bits an entry with a variance of an eighth: see the page Compressors.</source>
        <translation>Neun Bit je Eintrag bei einer Varianz von einem Achtel: auf der Seite „Kompressoren“ zu sehen.</translation>
    </message>
    <message>
        <source>Nobody may stay silent for ever: an old gradient describes old weights. A larger bound allows longer silences and needs a longer memory of moves.</source>
        <translation>Niemand darf für immer schweigen: Ein alter Gradient beschreibt alte Gewichte. Eine höhere Grenze erlaubt längeres Schweigen und braucht ein längeres Gedächtnis für vergangene Schritte.</translation>
    </message>
    <message>
        <source>Normalised variance, δ, bits as papers count, the entropy bound, bits on the wire and time; and the measured class parameters beside the proven ones.</source>
        <translation>Normierte Varianz, δ, Bits wie in den Papers gezählt, Entropieschranke, Bits auf der Leitung und Zeit; dazu die gemessenen Parameter der Klassen neben den bewiesenen.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Of all turns that workers had, those in which they uploaded. 100 % is SGD or Sparse.</source>
        <translation>Wie oft die Worker hochluden, von allen Malen, die sie an der Reihe waren. Bei SGD und Sparse sind es 100&#x202f;%.</translation>
    </message>
    <message>
        <source>Of the biased operator that is sent first.</source>
        <translation>Gehört zum verzerrten Operator, der zuerst gesendet wird.</translation>
    </message>
    <message>
        <source>Of the unbiased operator that follows with the rest, so that the sum is right in the mean.</source>
        <translation>Gehört zum unverzerrten Operator, der mit dem Rest folgt, sodass die Summe im Mittel richtig ist.</translation>
    </message>
    <message>
        <source>Of what a worker wants to send, the share of the squared norm that survives compression. Above this the method dares to send less.</source>
        <translation>Vom Normquadrat dessen, was ein Worker senden will, der Anteil, der die Kompression übersteht. Oberhalb dieses Werts wagt es das Verfahren, weniger zu senden.</translation>
    </message>
    <message>
        <source>On CIFAR-100 switch it and see the curves of both.</source>
        <translation>Bei CIFAR-100 umschalten und beide Kurven ansehen.</translation>
    </message>
    <message>
        <source>On a WAN compare with DD-EF-SGD over simulated time: the difference is the latency.</source>
        <translation>Auf einem WAN über die simulierte Zeit mit DD-EF-SGD vergleichen: Der Unterschied ist die Latenz.</translation>
    </message>
    <message>
        <source>On a WAN experiment raise it from 0 to 4: over simulated time the curve becomes steep, over iterations it falls behind.</source>
        <translation>In einem WAN-Experiment von 0 auf 4 erhöhen: Über die simulierte Zeit wird die Kurve steil, über die Iterationen fällt sie zurück.</translation>
    </message>
    <message>
        <source>On a WAN with narrow links: latency is hidden, the bits are not.</source>
        <translation>Auf einem WAN mit schmalen Leitungen ausprobieren: Die Latenz wird verdeckt, die Bits werden es nicht.</translation>
    </message>
    <message>
        <source>On a logarithmic axis equal factors are equally wide: a hundred times fewer bits can be seen.</source>
        <translation>Auf einer logarithmischen Achse sind gleiche Faktoren gleich breit: Auch ein Hundertstel der Bits ist noch zu sehen.</translation>
    </message>
    <message>
        <source>On a network so slow that hiding it would leave next to nothing to send, DeCo sends this much and lets iterations take longer.</source>
        <translation>Ist das Netzwerk so langsam, dass es sich nur verdecken ließe, wenn fast nichts gesendet wird, dann sendet DeCo trotzdem diesen Anteil und lässt die Iterationen länger dauern.</translation>
    </message>
    <message>
        <source>On a slow network set as many iterations as a round trip takes, and compare over simulated time with D-SGD.</source>
        <translation>Auf einem langsamen Netzwerk so viele Iterationen einstellen, wie eine Umlaufzeit dauert, und über die simulierte Zeit mit D-SGD vergleichen.</translation>
    </message>
    <message>
        <source>On a trace that changes, set 5 and then 200: markers of its own changes come often, or late.</source>
        <translation>Bei einem Verlauf, der sich ändert, 5 und dann 200 einstellen: Die Marken der selbst gewählten Änderungen kommen oft oder spät.</translation>
    </message>
    <message>
        <source>On one way messages keep their order; over several they may overtake.</source>
        <translation>Auf einem einzigen Weg behalten Nachrichten ihre Reihenfolge; auf mehreren können sie einander überholen.</translation>
    </message>
    <message>
        <source>On the page Compressors drag it and watch the variance fall while the bits an entry rise.</source>
        <translation>Auf der Seite „Kompressoren“ daran ziehen und sehen, wie die Varianz fällt, während die Bits je Eintrag zunehmen.</translation>
    </message>
    <message>
        <source>On the four workers that disagree (heterogeneous-quadratic) compare with DCGD and the same operator: one ends at zero, the other at a floor.</source>
        <translation>Bei den vier Workern, die sich uneinig sind (heterogeneous-quadratic), mit DCGD und demselben Operator vergleichen: Das eine endet bei null, das andere auf einem Sockel.</translation>
    </message>
    <message>
        <source>One bit an entry each way: workers vote on the sign.</source>
        <translation>Ein Bit je Eintrag in jede Richtung: Die Worker stimmen über das Vorzeichen ab.</translation>
    </message>
    <message>
        <source>One step of all workers together. Methods that look alike here may lie far apart over bits or time.</source>
        <translation>Ein Schritt aller Worker zusammen. Verfahren, die hier gleich aussehen, können über Bits oder Zeit weit auseinanderliegen.</translation>
    </message>
    <message>
        <source>Only the sign of each entry is applied, so this is the length of every weight&apos;s step, whatever the gradient&apos;s size; it has to be much smaller than SGD&apos;s.</source>
        <translation>Nur das Vorzeichen jedes Eintrags wird angewandt. Dies ist also die Länge des Schritts jedes Gewichts, wie groß der Gradient auch sei; sie muss viel kleiner sein als bei SGD.</translation>
    </message>
    <message>
        <source>Open Divergence without feedback.</source>
        <translation>„Divergence without feedback“ öffnen.</translation>
    </message>
    <message>
        <source>Open EF21 does not stall, beside Error feedback stalls.</source>
        <translation>„EF21 does not stall“ öffnen, neben „Error feedback stalls“.</translation>
    </message>
    <message>
        <source>Open Error feedback stalls: with constant steps and different workers it stops at a distance.</source>
        <translation>„Error feedback stalls“ öffnen: Mit konstanten Schritten und verschiedenen Workern bleibt der Lauf in einigem Abstand vom Minimum stehen.</translation>
    </message>
    <message>
        <source>Open a mixed experiment and compare the curves of both kinds.</source>
        <translation>Ein gemischtes Experiment öffnen und die Kurven beider Arten vergleichen.</translation>
    </message>
    <message>
        <source>Own gradients at once, everybody&apos;s mean later.</source>
        <translation>Die eigenen Gradienten sofort, das Mittel aller später.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Paint a gap and watch how long a run needs to get over it.</source>
        <translation>Eine Lücke malen und sehen, wie lange ein Lauf braucht, um über sie hinwegzukommen.</translation>
    </message>
    <message>
        <source>Papers often count uploads alone. Carried, dense weights on the way back can cost more than all uploads.</source>
        <translation>Papers zählen oft nur die Uploads. Dichte Gewichte auf dem Rückweg können, wenn sie übertragen werden, mehr kosten als alle Uploads.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Part of the emulated network, which runs in simulated time.</source>
        <translation>Teil des emulierten Netzwerks, das in simulierter Zeit läuft.</translation>
    </message>
    <message>
        <source>Part of the schedule as half a cosine wave.</source>
        <translation>Gehört zum Zeitplan als halbe Kosinuswelle.</translation>
    </message>
    <message>
        <source>Part of the schedule in steps.</source>
        <translation>Gehört zum Zeitplan in Stufen.</translation>
    </message>
    <message>
        <source>Pause, then step with the full stop key, one iteration at a time.</source>
        <translation>Anhalten, dann mit der Punkttaste weitergehen, eine Iteration nach der anderen.</translation>
    </message>
    <message>
        <source>Pause: the pace goes, the place stays.</source>
        <translation>Anhalten: Das Tempo verschwindet, die Stelle bleibt.</translation>
    </message>
    <message>
        <source>Positive and negative entries have a threshold each, chosen so that this share of them passes; each side is sent as one number.</source>
        <translation>Positive und negative Einträge haben je eine Schwelle, so gewählt, dass dieser Anteil von ihnen darüber liegt; jede Seite wird als eine einzige Zahl gesendet.</translation>
    </message>
    <message>
        <source>Providers often let short messages through at once and hold back only what lasts: a bucket of tokens fills at the link&apos;s rate.</source>
        <translation>Anbieter lassen kurze Nachrichten oft sofort durch und bremsen nur, was andauert: Ein Eimer mit Token (Token-Bucket) füllt sich mit der Rate der Leitung.</translation>
    </message>
    <message>
        <source>Pulls all weights towards zero a little in every step, which holds large ones back.</source>
        <translation>Zieht alle Gewichte in jedem Schritt ein wenig in Richtung null, was große zurückhält.</translation>
    </message>
    <message>
        <source>Put Top-k and Rand-k side by side on the page Compressors with the same fraction, and compare the variance.</source>
        <translation>Top-k und Rand-k auf der Seite „Kompressoren“ mit demselben Anteil nebeneinanderstellen und die Varianz vergleichen.</translation>
    </message>
    <message>
        <source>Put it beside Top-k on the page Compressors: what it loses and what it costs.</source>
        <translation>Auf der Seite „Kompressoren“ neben Top-k stellen: was er verliert und was er kostet.</translation>
    </message>
    <message>
        <source>Queues and busy links</source>
        <translation>Warteschlangen, Auslastung</translation>
    </message>
    <message>
        <source>Raise it and see the second part have less to do.</source>
        <translation>Erhöhen und sehen, wie dem zweiten Teil weniger zu tun bleibt.</translation>
    </message>
    <message>
        <source>Raise it from 10 to 100 and look at the raw loss behind the smoothed curve.</source>
        <translation>Von 10 auf 100 erhöhen und den rohen Verlust hinter der geglätteten Kurve ansehen.</translation>
    </message>
    <message>
        <source>Raise it tenfold and lower the learning rate tenfold: the suboptimality falls ten times as slowly.</source>
        <translation>Verzehnfachen und die Lernrate auf ein Zehntel senken: Die Suboptimalität fällt zehnmal so langsam.</translation>
    </message>
    <message>
        <source>Raise it to 0.01 in mid-run: bits go up tenfold, and the residual norm falls.</source>
        <translation>Mitten im Lauf auf 0.01 erhöhen: Die Bits verzehnfachen sich, und die Residuumsnorm fällt.</translation>
    </message>
    <message>
        <source>Raise it to 0.95: the kept fraction climbs step by step.</source>
        <translation>Auf 0.95 erhöhen: Der behaltene Anteil steigt Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Raise it to 100 ms: Why no speed-up now names latency, and half the bits would save next to nothing.</source>
        <translation>Auf 100 ms erhöhen: „Warum nicht schneller?“ nennt jetzt die Latenz, und halb so viele Bits würden fast nichts sparen.</translation>
    </message>
    <message>
        <source>Raise it to the latency itself: with ten workers iterations get longer by more than that.</source>
        <translation>Bis auf die Latenz selbst erhöhen: Bei zehn Workern verlängern sich die Iterationen um mehr als diese Zeit.</translation>
    </message>
    <message>
        <source>Raise it until Why no speed-up says that computing is the bottleneck.</source>
        <translation>Erhöhen, bis „Warum nicht schneller?“ das Rechnen als Engpass nennt.</translation>
    </message>
    <message>
        <source>Raise it until the bandwidth below which compressing pays, in the card Why no speed-up, is under your links&apos;.</source>
        <translation>Erhöhen, bis die Bandbreite, unter der sich Komprimieren lohnt (Karte „Warum nicht schneller?“), unter der Ihrer Leitungen liegt.</translation>
    </message>
    <message>
        <source>Raise it until the first part sends next to nothing: the second carries all.</source>
        <translation>Erhöhen, bis der erste Teil fast nichts mehr sendet: Der zweite trägt alles.</translation>
    </message>
    <message>
        <source>Raise it until the kept fraction stays there: iterations then take as long as the network needs.</source>
        <translation>Erhöhen, bis der behaltene Anteil dort bleibt: Iterationen dauern dann so lange, wie das Netzwerk braucht.</translation>
    </message>
    <message>
        <source>Raise the delay and compare over simulated time.</source>
        <translation>Die Verzögerung erhöhen und über die simulierte Zeit vergleichen.</translation>
    </message>
    <message>
        <source>Raise the latency in the form: the outline climbs to larger stalenesses.</source>
        <translation>Im Formular die Latenz erhöhen: Der Umriss wandert zu größerer Veraltung hinauf.</translation>
    </message>
    <message>
        <source>Raise the latency until it is the bottleneck, then choose a staleness.</source>
        <translation>Die Latenz erhöhen, bis sie der Engpass ist, dann eine Veraltung wählen.</translation>
    </message>
    <message>
        <source>Raise the learning rate until the run diverges, then give it a warm-up of two epochs.</source>
        <translation>Die Lernrate erhöhen, bis der Lauf divergiert, dann zwei Epochen Aufwärmen dazugeben.</translation>
    </message>
    <message>
        <source>Raise the target step by step.</source>
        <translation>Das Ziel Schritt für Schritt erhöhen.</translation>
    </message>
    <message>
        <source>Raise the threshold factor and watch them grow.</source>
        <translation>Den Schwellenfaktor erhöhen und zusehen, wie ihre Zahl wächst.</translation>
    </message>
    <message>
        <source>Rare, very long computations, as on shared machines.</source>
        <translation>Seltene, sehr lange Berechnungen, wie auf gemeinsam genutzten Rechnern.</translation>
    </message>
    <message>
        <source>Real latencies vary from message to message.</source>
        <translation>Echte Latenzen schwanken von Nachricht zu Nachricht.</translation>
    </message>
    <message>
        <source>Real networks cut messages into packets, each with headers of its own.</source>
        <translation>Echte Netzwerke zerlegen Nachrichten in Pakete, jedes mit eigenen Headern.</translation>
    </message>
    <message>
        <source>Real runs at points of the map: what staleness and compression really cost, for a small problem or your experiment.</source>
        <translation>Echte Läufe an Punkten der Karte: was Veraltung und Kompression wirklich kosten, für ein kleines Problem oder das eigene Experiment.</translation>
    </message>
    <message>
        <source>Room before each link, without the message that is being sent.</source>
        <translation>Platz vor jeder Leitung, ohne die Nachricht, die gerade gesendet wird.</translation>
    </message>
    <message>
        <source>Rows are what an image is, columns what it was taken for, at the last evaluation. The diagonal is right.</source>
        <translation>Zeilen sind, was ein Bild ist, Spalten, wofür es bei der letzten Auswertung gehalten wurde. Auf der Diagonale stimmen beide überein.</translation>
    </message>
    <message>
        <source>Run a WAN experiment with a trace in steps and read the markers of its own choices.</source>
        <translation>Ein WAN-Experiment mit einem Verlauf in Stufen starten und die Marken der selbst getroffenen Entscheidungen lesen.</translation>
    </message>
    <message>
        <source>Run and Pause share a button (Space). Rewind begins anew with the same seed; the old run stays on the curves. Fork makes a branch that shares the past.</source>
        <translation>„Start“ und „Pause“ teilen sich einen Knopf (Leertaste). „Zurückspulen“ beginnt von vorn mit demselben Startwert; der alte Lauf bleibt auf den Kurven. „Abzweigen“ legt eine Abzweigung an, die die Vergangenheit teilt.</translation>
    </message>
    <message>
        <source>Run it beside LASG with the same threshold factor, and compare the uploads.</source>
        <translation>Mit demselben Schwellenfaktor neben LASG laufen lassen und die Uploads vergleichen.</translation>
    </message>
    <message>
        <source>Run it beside SASG with the same seed, and switch the axis to payload bits.</source>
        <translation>Mit demselben Startwert neben SASG laufen lassen und die Achse auf Nutzbits umstellen.</translation>
    </message>
    <message>
        <source>Run it on a WAN experiment, and look at Why no speed-up.</source>
        <translation>In einem WAN-Experiment laufen lassen und „Warum nicht schneller?“ ansehen.</translation>
    </message>
    <message>
        <source>Run it with DCGD and with EF.</source>
        <translation>Mit DCGD und mit EF laufen lassen.</translation>
    </message>
    <message>
        <source>Run it with EF and with EF21.</source>
        <translation>Mit EF und mit EF21 laufen lassen.</translation>
    </message>
    <message>
        <source>Run once with and once without, with the same seed, and compare the end of the accuracy curves.</source>
        <translation>Bei gleichem Startwert einmal mit und einmal ohne laufen lassen und das Ende der Genauigkeitskurven vergleichen.</translation>
    </message>
    <message>
        <source>Run twice with the same, then with another: that is how far chance alone moves the curves.</source>
        <translation>Zweimal mit demselben laufen lassen, dann mit einem anderen: So weit bewegt allein der Zufall die Kurven.</translation>
    </message>
    <message>
        <source>Run, step, stop, rewind, fork</source>
        <translation>Start, Schritt, Stopp, Zurückspulen, Abzweigen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs in the plot</source>
        <translation>Läufe im Diagramm</translation>
    </message>
    <message>
        <source>Runs that a crash or a power cut ended. They can go on from their last checkpoint, to the bit as if nothing had happened.</source>
        <translation>Läufe, die ein Absturz oder ein Stromausfall beendet hat. Sie lassen sich ab ihrem letzten Sicherungspunkt fortsetzen, bis aufs Bit genau, als wäre nichts geschehen.</translation>
    </message>
    <message>
        <source>Runs: curves and bands</source>
        <translation>Läufe: Kurven und Bänder</translation>
    </message>
    <message>
        <source>Runs: name, tags, notes</source>
        <translation>Läufe: Name, Tags, Notizen</translation>
    </message>
    <message>
        <source>Runs: the library</source>
        <translation>Läufe: die Bibliothek</translation>
    </message>
    <message>
        <source>Runs: what a target took</source>
        <translation>Läufe: Aufwand bis zum Ziel</translation>
    </message>
    <message>
        <source>Runs: what differs</source>
        <translation>Läufe: Unterschiede</translation>
    </message>
    <message>
        <source>SASG&apos;s half that sends less in each message; nobody skips.</source>
        <translation>Die Hälfte von SASG, die in jeder Nachricht weniger sendet; niemand lässt aus.</translation>
    </message>
    <message>
        <source>SASG&apos;s half that sends less often; what is sent is whole.</source>
        <translation>Die Hälfte von SASG, die seltener sendet; was gesendet wird, ist vollständig.</translation>
    </message>
    <message>
        <source>Sample images and class counts of each worker&apos;s share. A distance of 0 is a share like everybody&apos;s together.</source>
        <translation>Beispielbilder und Klassenhäufigkeiten aus dem Datenanteil jedes Workers. Ein Abstand von 0 heißt: ein Datenanteil wie die aller zusammen.</translation>
    </message>
    <message>
        <source>Scaled up, the operator is unbiased and works without error feedback, with more noise the less is sent.</source>
        <translation>Hochskaliert ist der Operator unverzerrt und arbeitet ohne Fehlerrückführung, mit umso mehr Rauschen, je weniger gesendet wird.</translation>
    </message>
    <message>
        <source>Search for a method&apos;s name and show all its seeds.</source>
        <translation>Nach dem Namen eines Verfahrens suchen und alle seine Startwerte einblenden.</translation>
    </message>
    <message>
        <source>Second part of the chain: the largest of that random share.</source>
        <translation>Zweiter Teil der Kette: die größten aus diesem Zufallsanteil.</translation>
    </message>
    <message>
        <source>Seeds of one experiment as their mean, with a band of their spread.</source>
        <translation>Die Startwerte eines Experiments als ihr Mittel, mit einem Band für ihre Streuung.</translation>
    </message>
    <message>
        <source>Set 0 and 2 and compare where the accuracy ends.</source>
        <translation>0 und 2 einstellen und vergleichen, wo die Genauigkeit endet.</translation>
    </message>
    <message>
        <source>Set 0 on a trace with small changes and watch the staleness flicker in the panel Now.</source>
        <translation>Bei einem Verlauf mit kleinen Änderungen 0 einstellen und sehen, wie die Veraltung im Feld „Jetzt“ flackert.</translation>
    </message>
    <message>
        <source>Set 0.01: bursts of a hundred packets.</source>
        <translation>0.01 einstellen: Schübe von hundert Paketen.</translation>
    </message>
    <message>
        <source>Set 0.1 and look at the page Data: each worker knows few classes. Then look at what the residuals do.</source>
        <translation>0.1 einstellen und die Seite „Daten“ ansehen: Jeder Worker kennt wenige Klassen. Dann beobachten, was die Residuen tun.</translation>
    </message>
    <message>
        <source>Set 0.9 and a tenth of the learning rate, and compare the loss with that of a run without momentum.</source>
        <translation>0.9 und ein Zehntel der Lernrate einstellen und den Verlust mit dem eines Laufs ohne Momentum vergleichen.</translation>
    </message>
    <message>
        <source>Set 0.9: it takes many more adjustments to arrive at the same fraction.</source>
        <translation>0.9 einstellen: Es braucht viel mehr Anpassungen, um beim selben Anteil anzukommen.</translation>
    </message>
    <message>
        <source>Set 1 and look at the Timeline: who waits for whom?</source>
        <translation>1 einstellen und die Zeitleiste ansehen: Wer wartet auf wen?</translation>
    </message>
    <message>
        <source>Set 1 on a jittery link: more is sent, and some iterations wait.</source>
        <translation>Auf einer Leitung mit Jitter 1 einstellen: Es wird mehr gesendet, und manche Iterationen warten.</translation>
    </message>
    <message>
        <source>Set 1.5 and look for the long bars on the page Timeline; then let uploads be delayed by some staleness.</source>
        <translation>1.5 einstellen und auf der Seite „Zeitleiste“ nach den langen Balken suchen; dann etwas Veraltung einstellen, damit sich Uploads verspäten dürfen.</translation>
    </message>
    <message>
        <source>Set 10 % and watch the bits of an upload vary from iteration to iteration.</source>
        <translation>10&#x202f;% einstellen und sehen, wie die Bits eines Uploads von Iteration zu Iteration schwanken.</translation>
    </message>
    <message>
        <source>Set 10 for a finer accuracy curve, and watch the pace in the last line.</source>
        <translation>10 einstellen, um eine feinere Genauigkeitskurve zu bekommen, und auf das Tempo in der letzten Zeile achten.</translation>
    </message>
    <message>
        <source>Set 1: convergence with a single entry of each tensor shows what error feedback can do.</source>
        <translation>1 einstellen: Konvergenz mit einem einzigen Eintrag je Tensor zeigt, was Fehlerrückführung vermag.</translation>
    </message>
    <message>
        <source>Set 1: every worker knows about one class. See what skipping and accuracy become.</source>
        <translation>1 einstellen: Jeder Worker kennt etwa eine Klasse. Zusehen, was aus Auslassungen und Genauigkeit wird.</translation>
    </message>
    <message>
        <source>Set 1: it is EF21, and with small batches the curve gets noisy.</source>
        <translation>1 einstellen: Es ist EF21, und bei kleinen Batches wird die Kurve verrauschter.</translation>
    </message>
    <message>
        <source>Set 1: it is plain gradient descent. Set 0.01: errors live for a hundred iterations.</source>
        <translation>1 einstellen: Es ist gewöhnlicher Gradientenabstieg. 0.01 einstellen: Fehler leben hundert Iterationen lang.</translation>
    </message>
    <message>
        <source>Set 1: within a burst nothing passes.</source>
        <translation>1 einstellen: Innerhalb eines Schubs kommt nichts durch.</translation>
    </message>
    <message>
        <source>Set 3.97 Gbit, a GPT-2 of 124 million weights, on a WAN.</source>
        <translation>Auf einem WAN 3.97 Gbit einstellen: ein GPT-2 mit 124 Millionen Gewichten.</translation>
    </message>
    <message>
        <source>Set 500 for a first look at a new experiment.</source>
        <translation>500 einstellen, für einen ersten Blick auf ein neues Experiment.</translation>
    </message>
    <message>
        <source>Set 576 with some packet loss, then 9000.</source>
        <translation>576 mit etwas Paketverlust einstellen, dann 9000.</translation>
    </message>
    <message>
        <source>Set it larger than a sparse upload: these leave in no time, dense ones do not.</source>
        <translation>Größer als einen dünn besetzten Upload einstellen: Solche sind im Nu fort, dichte nicht.</translation>
    </message>
    <message>
        <source>Set it to 0 while it runs: the loss gets noisier, because every sign is a single minibatch&apos;s.</source>
        <translation>Während des Laufs auf 0 setzen: Der Verlust wird verrauschter, weil jedes Vorzeichen von einem einzigen Minibatch stammt.</translation>
    </message>
    <message>
        <source>Set it to 0: DGC is then Sparse with a warm-up of the kept fraction, and usually slower.</source>
        <translation>Auf 0 setzen: DGC ist dann Sparse mit einem Aufwärmen des behaltenen Anteils, und meist langsamer.</translation>
    </message>
    <message>
        <source>Set it to 0: everything is critical, and the large fraction is sent throughout.</source>
        <translation>Auf 0 setzen: Alles ist kritisch, und durchweg wird der große Anteil gesendet.</translation>
    </message>
    <message>
        <source>Set it to 1: the kept fraction follows the noise of single iterations.</source>
        <translation>Auf 1 setzen: Der behaltene Anteil folgt dem Rauschen einzelner Iterationen.</translation>
    </message>
    <message>
        <source>Set it to 2: the card Who spoke fills up with forced uploads, and the curve over rounds moves to the right.</source>
        <translation>Auf 2 setzen: Die Karte „Wer sprach“ füllt sich mit erzwungenen Uploads, und die Kurve über die Runden rückt nach rechts.</translation>
    </message>
    <message>
        <source>Set it to half of the run&apos;s epochs and watch the accuracy step up at that epoch.</source>
        <translation>Auf die Hälfte der Epochen des Laufs setzen und sehen, wie die Genauigkeit in dieser Epoche eine Stufe nach oben macht.</translation>
    </message>
    <message>
        <source>Show three seeds of two methods: are the bands apart?</source>
        <translation>Je drei Startwerte von zwei Verfahren einblenden: Liegen die Bänder auseinander?</translation>
    </message>
    <message>
        <source>Show two runs that you thought were the same.</source>
        <translation>Zwei Läufe einblenden, die eigentlich gleich sein sollten.</translation>
    </message>
    <message>
        <source>Simulated: the machine that this program runs on has no part in it. If computing takes longer than the network, fewer bits help nothing.</source>
        <translation>Simuliert: Der Rechner, auf dem dieses Programm läuft, spielt dabei keine Rolle. Dauert das Rechnen länger, als das Netzwerk braucht, helfen weniger Bits nichts.</translation>
    </message>
    <message>
        <source>Why a worker uploads</source>
        <translation>Warum ein Worker hochlädt</translation>
    </message>
    <message>
        <source>Slow one worker down fourfold and look at its lane on the page Timeline.</source>
        <translation>Einen Worker um den Faktor vier bremsen und auf der Seite „Zeitleiste“ seine Spur ansehen.</translation>
    </message>
    <message>
        <source>Slow one worker down on the page Network.</source>
        <translation>Auf der Seite „Netzwerk“ einen Worker bremsen.</translation>
    </message>
    <message>
        <source>Small minibatches make noisy gradients and many iterations an epoch; large ones calm and few.</source>
        <translation>Kleine Minibatches bedeuten verrauschte Gradienten und viele Iterationen je Epoche, große dagegen ruhige und wenige.</translation>
    </message>
    <message>
        <source>Small: shifts learn slowly and safely. Large: quickly, with the operator&apos;s noise in them.</source>
        <translation>Klein: Verschiebungen lernen langsam und sicher. Groß: schnell, aber mit dem Rauschen des Operators darin.</translation>
    </message>
    <message>
        <source>Smoothing and which loss</source>
        <translation>Glättung und welcher Verlust</translation>
    </message>
    <message>
        <source>Staleness lab: measured</source>
        <translation>Veraltung: gemessen</translation>
    </message>
    <message>
        <source>Staleness lab: the map of φ</source>
        <translation>Veraltung: die Karte von φ</translation>
    </message>
    <message>
        <source>Staleness lab: the network</source>
        <translation>Veraltung: das Netzwerk</translation>
    </message>
    <message>
        <source>Start the grid and compare its colours with those of the map.</source>
        <translation>Das Gitter messen und seine Farben mit denen der Karte vergleichen.</translation>
    </message>
    <message>
        <source>Start the quick start, look at the card Who spoke, and drag the threshold factor.</source>
        <translation>Den Schnellstart beginnen, die Karte „Wer sprach“ ansehen und am Schwellenfaktor ziehen.</translation>
    </message>
    <message>
        <source>Sweep the threshold factor against the delay bound.</source>
        <translation>Eine Studie über Schwellenfaktor und Verzögerungsgrenze starten.</translation>
    </message>
    <message>
        <source>Sweeps: the front</source>
        <translation>Studien: die Front</translation>
    </message>
    <message>
        <source>Sweeps: the map</source>
        <translation>Studien: die Karte</translation>
    </message>
    <message>
        <source>Sweeps: what to run</source>
        <translation>Studien: was laufen soll</translation>
    </message>
    <message>
        <source>Switch it and look at the page Layers: which tensors are still heard?</source>
        <translation>Umschalten und die Seite „Schichten“ ansehen: Welche Tensoren kommen noch zu Wort?</translation>
    </message>
    <message>
        <source>Switch it in the staleness lab and see how the map and the choice move.</source>
        <translation>Auf der Seite „Veraltung“ umschalten und sehen, wie sich die Karte und die Wahl verschieben.</translation>
    </message>
    <message>
        <source>Switch it off: with few entries sent the loss begins to swing.</source>
        <translation>Ausschalten: Wenn nur wenige Einträge gesendet werden, beginnt der Verlust zu schwingen.</translation>
    </message>
    <message>
        <source>Switch the axis to payload bits with two runs on it.</source>
        <translation>Bei zwei Läufen im Diagramm die Achse auf Nutzbits umstellen.</translation>
    </message>
    <message>
        <source>Switch the axis to payload bits, then hover over a curve.</source>
        <translation>Die Achse auf Nutzbits umstellen, dann mit der Maus über eine Kurve fahren.</translation>
    </message>
    <message>
        <source>Switch the cost from bits to simulated time: others are on the front.</source>
        <translation>Die Kosten von Bits auf simulierte Zeit umstellen: Andere liegen auf der Front.</translation>
    </message>
    <message>
        <source>Switch to a number and compare two models with the same.</source>
        <translation>Auf eine Anzahl umschalten und zwei Modelle mit derselben vergleichen.</translation>
    </message>
    <message>
        <source>Switch to packets and compare wire bits with dense uploads.</source>
        <translation>Auf Pakete umschalten und die Leitungsbits bei dichten Uploads vergleichen.</translation>
    </message>
    <message>
        <source>Before each link there is room for so much; a message that finds it full is dropped and sent again later, as TCP does.</source>
        <translation>Vor jeder Leitung ist nur begrenzt Platz; eine Nachricht, die ihn voll vorfindet, wird verworfen und später noch einmal gesendet, wie bei TCP.</translation>
    </message>
    <message>
        <source>Tag the runs of a question and search for the tag.</source>
        <translation>Den Läufen zu einer Frage ein gemeinsames Tag geben und danach suchen.</translation>
    </message>
    <message>
        <source>Take it apart on the page Compressors: drag the fraction and see what becomes of every entry.</source>
        <translation>Auf der Seite „Kompressoren“ auseinandernehmen: am Anteil ziehen und sehen, was aus jedem Eintrag wird.</translation>
    </message>
    <message>
        <source>The SASG paper&apos;s CIFAR runs drop the rate to a tenth once. The skipping rule&apos;s threshold follows one epoch later in the authors&apos; code, which shows as a dip of the skips.</source>
        <translation>Die CIFAR-Läufe des SASG-Papers senken die Rate einmal auf ein Zehntel. Die Schwelle der Auslassregel folgt im Code der Autoren eine Epoche später, was sich als Delle bei den Auslassungen zeigt.</translation>
    </message>
    <message>
        <source>The axis</source>
        <translation>Die Achse</translation>
    </message>
    <message>
        <source>The biased half of an induced operator, which keeps the most important part.</source>
        <translation>Die verzerrte Hälfte eines induzierten Operators, die den wichtigsten Teil behält.</translation>
    </message>
    <message>
        <source>The chosen worker&apos;s or link&apos;s settings; with nothing chosen, those of all links. Changes count from the next iteration.</source>
        <translation>Die Einstellungen des gewählten Workers oder der gewählten Leitung; ist nichts gewählt, die aller Leitungen. Änderungen gelten ab der nächsten Iteration.</translation>
    </message>
    <message>
        <source>The critical path is the way of the worker that everybody waits for. This is its computing.</source>
        <translation>Der kritische Pfad ist der Weg des Workers, auf den alle warten. Dies ist seine Rechenzeit.</translation>
    </message>
    <message>
        <source>The emulator&apos;s clock: computing, encoding, queueing, transfer and latency, by the settings of the network alone. It does not depend on this machine.</source>
        <translation>Die Uhr des Emulators: Rechnen, Kodieren, Warten in der Schlange, Übertragung und Latenz, allein nach den Einstellungen des Netzwerks. Sie hängt nicht von diesem Rechner ab.</translation>
    </message>
    <message>
        <source>The formula in the paper and its authors&apos; two programs, one for the curves over rounds and one for those over time, differ in small points; all three are here, so that each can be repeated.</source>
        <translation>Die Formel im Paper und die zwei Programme der Autoren, eines für die Kurven über Runden und eines für die über der Zeit, unterscheiden sich in Kleinigkeiten; alle drei stehen hier, damit sich jedes wiederholen lässt.</translation>
    </message>
    <message>
        <source>The gentle end: how the run begins, and where too large a loss leads back to.</source>
        <translation>Das sanfte Ende: womit der Lauf beginnt, und wohin ein zu großer Verlust beim Komprimieren zurückführt.</translation>
    </message>
    <message>
        <source>The larger the packets, the fewer headers; a lost one costs more.</source>
        <translation>Je größer die Pakete, desto weniger Header; ein verlorenes kostet mehr.</translation>
    </message>
    <message>
        <source>The largest entries carry most of a gradient&apos;s length. What is left out stays with the worker, who adds it to what it wants to send next (error feedback), so that it is late and not lost. At least one entry of each tensor is sent.</source>
        <translation>Die größten Einträge machen den größten Teil der Länge eines Gradienten aus. Was weggelassen wird, bleibt beim Worker, der es zu dem addiert, was er als Nächstes senden will (Fehlerrückführung), sodass es verspätet ist und nicht verloren. Mindestens ein Eintrag jedes Tensors wird gesendet.</translation>
    </message>
    <message>
        <source>The last line</source>
        <translation>Die letzte Zeile</translation>
    </message>
    <message>
        <source>The line in the lower plot. The table of runs says what each run had spent when it first exceeded it.</source>
        <translation>Die Linie im unteren Diagramm. Die Tabelle der Läufe sagt, was jeder Lauf verbraucht hatte, als er sie zum ersten Mal überschritt.</translation>
    </message>
    <message>
        <source>The loss on examples that nobody trains on. Where it rises while the training loss falls, the model learns its data by heart.</source>
        <translation>Der Verlust auf Beispielen, an denen niemand trainiert. Wo er steigt, während der Trainingsverlust fällt, lernt das Modell seine Daten auswendig.</translation>
    </message>
    <message>
        <source>The mean since the epoch began: calm at an epoch&apos;s end, and it jumps at its beginning. The SASG authors draw this one.</source>
        <translation>Das Mittel seit Beginn der Epoche: ruhig am Ende einer Epoche, und an ihrem Anfang springt es. Die Autoren von SASG zeichnen diesen Verlust.</translation>
    </message>
    <message>
        <source>The measure of all others here: nothing is saved, nothing is late.</source>
        <translation>Das Maß für alle anderen hier: Nichts wird gespart, nichts verspätet sich.</translation>
    </message>
    <message>
        <source>The messages as they are, before the network adds its own.</source>
        <translation>Die Nachrichten, wie sie sind, bevor das Netzwerk das Seine hinzufügt.</translation>
    </message>
    <message>
        <source>The naive rule that the paper warns of: old and new gradient are of different minibatches, so that their difference never gets small, and hardly anybody skips.</source>
        <translation>Die naive Regel, vor der das Paper warnt: Alter und neuer Gradient stammen von verschiedenen Minibatches, sodass ihre Differenz nie klein wird und kaum jemand auslässt.</translation>
    </message>
    <message>
        <source>The network sees messages as large as a bigger model&apos;s would be, while a small one is trained: times are those of the bigger one, bits stay real.</source>
        <translation>Das Netzwerk sieht Nachrichten, so groß wie die eines größeren Modells, während ein kleines trainiert wird: Zeiten sind die des größeren, Bits bleiben die wirklichen.</translation>
    </message>
    <message>
        <source>The next run, slot by slot. While a run goes on, edits here wait for the next one; what may change at once stands under Live controls.</source>
        <translation>Der nächste Lauf, Baustein für Baustein. Solange ein Lauf trainiert, warten Änderungen hier auf den nächsten; was sich sofort ändern lässt, steht unter „Live-Regler“.</translation>
    </message>
    <message>
        <source>The oldest of them: one bit an entry, two means, error feedback.</source>
        <translation>Das älteste dieser Verfahren: ein Bit je Eintrag, zwei Mittelwerte, Fehlerrückführung.</translation>
    </message>
    <message>
        <source>The paper&apos;s own figures from this program&apos;s operators.</source>
        <translation>Die Abbildungen des Papers selbst, aus den Operatoren dieses Programms.</translation>
    </message>
    <message>
        <source>Published accounts of the formula differ, so both are here.</source>
        <translation>Die veröffentlichten Darstellungen der Formel weichen voneinander ab; deshalb gibt es hier beide.</translation>
    </message>
    <message>
        <source>The run in focus at its newest iteration, five times a second, so that it can be read.</source>
        <translation>Der Lauf im Fokus bei seiner neuesten Iteration, fünfmal in der Sekunde, damit sich die Werte lesen lassen.</translation>
    </message>
    <message>
        <source>The same as the kept fraction, as a number of entries.</source>
        <translation>Dasselbe wie der behaltene Anteil, als Anzahl von Einträgen.</translation>
    </message>
    <message>
        <source>The same as the kept fraction, as a number of the model&apos;s entries.</source>
        <translation>Dasselbe wie der behaltene Anteil, als Anzahl der Einträge des Modells.</translation>
    </message>
    <message>
        <source>Set 1, unbiased: the one entry that is sent counts for all, and the noise is as large as it gets.</source>
        <translation>1 einstellen, unverzerrt: Der eine Eintrag, der gesendet wird, zählt für alle, und das Rauschen ist so groß, wie es werden kann.</translation>
    </message>
    <message>
        <source>The same curves over iterations, epochs, rounds, bits or time. Which method is best depends on what is dear: the axis says so.</source>
        <translation>Dieselben Kurven über Iterationen, Epochen, Runden, Bits oder Zeit. Welches Verfahren das beste ist, hängt davon ab, was teuer ist: Das sagt die Achse.</translation>
    </message>
    <message>
        <source>The server goes on moving in the direction of its last moves. In a steady direction it comes to 1 / (1 − μ) times the plain step, so a smaller learning rate goes with it.</source>
        <translation>Der Server bewegt sich weiter in die Richtung seiner letzten Schritte. In gleichbleibender Richtung wird daraus das 1 / (1 − μ)-Fache des einfachen Schritts; dazu passt eine kleinere Lernrate.</translation>
    </message>
    <message>
        <source>The settings in which the runs that are shown are not alike.</source>
        <translation>Die Einstellungen, in denen sich die eingeblendeten Läufe unterscheiden.</translation>
    </message>
    <message>
        <source>The share of the test set that is read right, measured every so many iterations. Its curve has a point for each evaluation.</source>
        <translation>Der Anteil der Testdaten, der richtig gelesen wird, jeweils nach einer festen Zahl von Iterationen gemessen. Die Kurve hat einen Punkt je Auswertung.</translation>
    </message>
    <message>
        <source>The share while a tensor&apos;s gradients hardly change, which is most of the time.</source>
        <translation>Der Anteil, solange sich die Gradienten eines Tensors kaum ändern, also die meiste Zeit.</translation>
    </message>
    <message>
        <source>The sign is taken of this average of gradients, which has less noise than one minibatch&apos;s; with 0 it is signSGD with majority vote.</source>
        <translation>Das Vorzeichen wird von diesem Mittel der Gradienten genommen, das weniger rauscht als der Gradient eines einzelnen Minibatches; mit 0 ist es signSGD mit Mehrheitsentscheid.</translation>
    </message>
    <message>
        <source>The sign with a scale, and feedback of what that loses.</source>
        <translation>Das Vorzeichen mit einer Skala, und Rückführung dessen, was verloren geht.</translation>
    </message>
    <message>
        <source>The smaller, the longer a burst lasts.</source>
        <translation>Je kleiner, desto länger dauert ein Schub.</translation>
    </message>
    <message>
        <source>The thin matrices of one iteration are a good beginning for the next.</source>
        <translation>Die schmalen Matrizen einer Iteration sind ein guter Anfang für die nächste.</translation>
    </message>
    <message>
        <source>The unbiased half, which makes the sum unbiased: no error feedback is needed.</source>
        <translation>Die unverzerrte Hälfte; sie macht die Summe unverzerrt, und es braucht keine Fehlerrückführung.</translation>
    </message>
    <message>
        <source>The workers&apos; bandwidth over simulated time; at its end the trace begins again. Paint another bandwidth over any part of it.</source>
        <translation>Die Bandbreite der Worker über die simulierte Zeit; am Ende beginnt der Verlauf von vorn. Über jeden Teil lässt sich eine andere Bandbreite malen.</translation>
    </message>
    <message>
        <source>The workers&apos; mean gradient, whole, waited for in every iteration: what the delayed methods are measured against.</source>
        <translation>Der mittlere Gradient der Worker, ganz, und jede Iteration wartet auf ihn: Daran werden die verzögerten Verfahren gemessen.</translation>
    </message>
    <message>
        <source>Third part of CocktailSGD&apos;s chain: how finely a kept value is written, against its bucket&apos;s largest.</source>
        <translation>Der dritte Teil der Kette von CocktailSGD: wie fein ein behaltener Wert geschrieben wird, relativ zum größten seines Buckets.</translation>
    </message>
    <message>
        <source>This worker alone has narrower links, up and down.</source>
        <translation>Nur dieser Worker hat schmalere Leitungen, im Uplink wie im Downlink.</translation>
    </message>
    <message>
        <source>Those that are compared, each with its own settings.</source>
        <translation>Die Operatoren, die verglichen werden, jeder mit eigenen Einstellungen.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Training is one way to look at a run; the others take its time, its network, its operators, its layers and its data apart.</source>
        <translation>„Training“ ist eine Art, einen Lauf zu betrachten; die anderen Seiten zerlegen ihn nach Zeit, Netzwerk, Operatoren, Schichten und Daten.</translation>
    </message>
    <message>
        <source>Two levels of compression, chosen for each tensor by whether its gradients are changing.</source>
        <translation>Zwei Stufen der Kompression, für jeden Tensor danach gewählt, ob sich seine Gradienten gerade ändern.</translation>
    </message>
    <message>
        <source>Two stalenesses are often nearly as good; without some resistance DeCo would go back and forth between them.</source>
        <translation>Oft sind zwei Werte der Veraltung fast gleich gut; ohne etwas Widerstand würde DeCo zwischen ihnen hin- und herspringen.</translation>
    </message>
    <message>
        <source>Until something has been measured there is nothing to choose by.</source>
        <translation>Solange nichts gemessen ist, gibt es nichts, wonach sich wählen ließe.</translation>
    </message>
    <message>
        <source>Uploads are added up or passed on from worker to worker; each link carries its part.</source>
        <translation>Uploads werden von Worker zu Worker aufsummiert oder weitergereicht; jede Leitung trägt ihren Teil.</translation>
    </message>
    <message>
        <source>Uploads of workers that had been silent too long, or that came back.</source>
        <translation>Uploads von Workern, die zu lange geschwiegen hatten oder gerade zurückgekommen sind.</translation>
    </message>
    <message>
        <source>Uploads, last 100 iterations</source>
        <translation>Uploads, letzte 100 Iterationen</translation>
    </message>
    <message>
        <source>Use a trace and watch the bits per upload under the form follow it.</source>
        <translation>Einen Verlauf verwenden und zusehen, wie die Bits je Upload unter dem Formular ihm folgen.</translation>
    </message>
    <message>
        <source>Use it as the baseline of a comparison over bits.</source>
        <translation>Als Vergleichslauf nehmen, wenn über Bits verglichen wird.</translation>
    </message>
    <message>
        <source>Values alone, in the mean over the last hundred iterations.</source>
        <translation>Nur die Werte, im Mittel über die letzten hundert Iterationen.</translation>
    </message>
    <message>
        <source>Waiting doubles with each drop, so that a full link gets air.</source>
        <translation>Das Warten verdoppelt sich mit jedem Verwerfen, damit eine volle Leitung Luft bekommt.</translation>
    </message>
    <message>
        <source>Waiting for other messages on a shared link.</source>
        <translation>Warten auf andere Nachrichten an einer gemeinsamen Leitung.</translation>
    </message>
    <message>
        <source>Wall time of the next run</source>
        <translation>Echtzeit des nächsten Laufs</translation>
    </message>
    <message>
        <source>Watch the bits of an upload jump at the iterations with whole gradients.</source>
        <translation>Zusehen, wie die Bits eines Uploads in den Iterationen mit ganzen Gradienten hochspringen.</translation>
    </message>
    <message>
        <source>Watch the bits per upload under the form fall as the run goes on, then lower the threshold.</source>
        <translation>Zusehen, wie die Bits je Upload unter dem Formular während des Laufs sinken, und dann die Schwelle senken.</translation>
    </message>
    <message>
        <source>Watch the bits per upload under the form from epoch to epoch, or Kept on the page Layers.</source>
        <translation>Von Epoche zu Epoche die Bits je Upload unter dem Formular verfolgen, oder „Behalten“ auf der Seite „Schichten“.</translation>
    </message>
    <message>
        <source>Watch the bits per upload under the form step down in the first epoch.</source>
        <translation>Zusehen, wie die Bits je Upload unter dem Formular in der ersten Epoche Schritt für Schritt sinken.</translation>
    </message>
    <message>
        <source>What all operators are given: drawn from a distribution, or a gradient captured from the run.</source>
        <translation>Der Vektor, den alle Operatoren bekommen: aus einer Verteilung gezogen oder als Gradient im Lauf erfasst.</translation>
    </message>
    <message>
        <source>What can be changed here</source>
        <translation>Was sich hier ändern lässt</translation>
    </message>
    <message>
        <source>What compressing takes on the emulated workers.</source>
        <translation>Wie lange das Komprimieren auf den emulierten Workern dauert.</translation>
    </message>
    <message>
        <source>What compression does to each tensor of the model: the share kept, the error, what is left behind, and whether it still points where the gradient does.</source>
        <translation>Was die Kompression mit jedem Tensor des Modells macht: der behaltene Anteil, der Fehler, was zurückbleibt, und ob das Gesendete noch in die Richtung des Gradienten zeigt.</translation>
    </message>
    <message>
        <source>What compression leaves out is added to what is sent next.</source>
        <translation>Was die Kompression weglässt, kommt zum nächsten Gesendeten hinzu.</translation>
    </message>
    <message>
        <source>What each run had spent when it first exceeded the target accuracy: uploads, payload bits, simulated time. Branches stand under the run that they left.</source>
        <translation>Was jeder Lauf verbraucht hatte, als er die Zielgenauigkeit erstmals überschritt: Uploads, Nutzbits, simulierte Zeit. Abzweigungen stehen unter dem Lauf, von dem sie abgehen.</translation>
    </message>
    <message>
        <source>What error feedback still owes. It should level off: what grows without end will never be sent.</source>
        <translation>Was die Fehlerrückführung noch schuldig ist. Das sollte sich einpendeln: Was endlos wächst, wird nie gesendet.</translation>
    </message>
    <message>
        <source>What happened last, and a button for what to do next.</source>
        <translation>Was zuletzt geschah, und eine Schaltfläche für den nächsten Schritt.</translation>
    </message>
    <message>
        <source>What may change while a run goes on. A change counts from the next iteration, is written into the run&apos;s journal and marked on the curves; undo sets it back by one more change.</source>
        <translation>Was sich ändern lässt, solange ein Lauf trainiert. Eine Änderung gilt ab der nächsten Iteration, wird ins Journal des Laufs geschrieben und auf den Kurven markiert; „Rückgängig“ setzt sie durch eine weitere Änderung zurück.</translation>
    </message>
    <message>
        <source>What the levels are shares of. The largest magnitude wastes no level; the Euclidean length is what the proofs know.</source>
        <translation>Wovon die Stufen Anteile sind. Mit dem größten Betrag bleibt keine Stufe ungenutzt; mit der euklidischen Länge rechnen die Beweise.</translation>
    </message>
    <message>
        <source>What the run in hand is doing: iteration, pace, what is left of it, and the seed.</source>
        <translation>Was der aktuelle Lauf gerade tut: Iteration, Tempo, was noch vor ihm liegt, und der Startwert.</translation>
    </message>
    <message>
        <source>What the weights come back on, where the broadcast is carried at all.</source>
        <translation>Die Leitung, auf der die Gewichte zurückkommen, sofern der Broadcast überhaupt übertragen wird.</translation>
    </message>
    <message>
        <source>What you wait here. It says nothing about the network, which is emulated.</source>
        <translation>So lange dauert das Warten hier am Rechner. Über das Netzwerk sagt es nichts, denn das ist emuliert.</translation>
    </message>
    <message>
        <source>Where digits and photographs are mixed, how well each kind is read; the test accuracy is their mean.</source>
        <translation>Wo Ziffern und Fotos gemischt sind: wie gut jede Art gelesen wird; die Testgenauigkeit ist das Mittel der beiden.</translation>
    </message>
    <message>
        <source>Whether what is sent points where the gradient does: 1 is the same direction. Old residuals turn it away.</source>
        <translation>Ob das Gesendete dorthin zeigt, wohin der Gradient zeigt: 1 ist dieselbe Richtung. Alte Residuen lenken es ab.</translation>
    </message>
    <message>
        <source>Which blocks are sent is drawn anew each time, the same by all workers, so that no positions travel.</source>
        <translation>Welche Blöcke gesendet werden, wird jedes Mal neu gezogen, bei allen Workern gleich, sodass keine Positionen übertragen werden.</translation>
    </message>
    <message>
        <source>Which entries are sent is chance, the same on both sides, so that no positions travel. Chance finds large entries no more often than small ones: more is lost than by Top-k with as many.</source>
        <translation>Welche Einträge gesendet werden, ist Zufall, auf beiden Seiten derselbe, sodass keine Positionen übertragen werden. Der Zufall trifft große Einträge nicht öfter als kleine: Bei gleicher Anzahl geht mehr verloren als mit Top-k.</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>Wer sprach</translation>
    </message>
    <message>
        <source>Who spoke in this iteration, forced ones included.</source>
        <translation>Wer in dieser Iteration sprach, erzwungene Uploads eingeschlossen.</translation>
    </message>
    <message>
        <source>Who stayed silent: the server used what these workers had sent before.</source>
        <translation>Wer schwieg: Der Server verwendete, was diese Worker zuletzt gesendet hatten.</translation>
    </message>
    <message>
        <source>Why no speed-up?</source>
        <translation>Warum nicht schneller?</translation>
    </message>
    <message>
        <source>Widen the server&apos;s incoming link tenfold: the queue disappears, the workers&apos; own links become the limit.</source>
        <translation>Die eingehende Leitung des Servers zehnmal so breit machen: Die Warteschlange verschwindet, und die eigenen Leitungen der Worker werden zur Grenze.</translation>
    </message>
    <message>
        <source>Widen the server&apos;s incoming link: queues shrink.</source>
        <translation>Die eingehende Leitung des Servers breiter machen: Die Warteschlangen schrumpfen.</translation>
    </message>
    <message>
        <source>With DCGD choose unbiased, with EF as they are, and compare.</source>
        <translation>Mit DCGD unverzerrt wählen („mal d/k“), mit EF „wie sie sind“, und vergleichen.</translation>
    </message>
    <message>
        <source>With a Dirichlet partition of 0.1 compare both: the test accuracy shows whose statistics fit.</source>
        <translation>Mit einer Dirichlet-Aufteilung von 0.1 beides vergleichen: Die Testgenauigkeit zeigt, wessen Statistik passt.</translation>
    </message>
    <message>
        <source>With a hundred classes the papers often count the five best guesses.</source>
        <translation>Bei hundert Klassen zählen die Papers oft die fünf am höchsten bewerteten.</translation>
    </message>
    <message>
        <source>With a staleness of 8 set 0.1, and compare the loss with a fork that has 0.</source>
        <translation>Bei Veraltung 8 den Wert 0.1 setzen und den Verlust mit einer Abzweigung mit 0 vergleichen.</translation>
    </message>
    <message>
        <source>With noise the suboptimality stops at a floor that falls with the learning rate.</source>
        <translation>Mit Rauschen bleibt die Suboptimalität auf einem Sockel stehen, der mit der Lernrate sinkt.</translation>
    </message>
    <message>
        <source>Workers do not wait for their update to come back: they compute on, and the update is applied so many iterations later. That hides the network, and makes the gradients late.</source>
        <translation>Worker warten nicht, bis ihr Update zurückkommt: Sie rechnen weiter, und das Update wird so viele Iterationen später angewendet. Das verdeckt das Netzwerk, aber die Gradienten kommen verspätet.</translation>
    </message>
    <message>
        <source>Workers may leave and come back; coming back, one uploads at once.</source>
        <translation>Worker können gehen und wiederkommen; wer wiederkommt, lädt sofort hoch.</translation>
    </message>
    <message>
        <source>Workers upload to one server, whose incoming link they share; the weights come back from it.</source>
        <translation>Worker laden zu einem Server hoch, dessen eingehende Leitung sie sich teilen; von ihm kommen die Gewichte zurück.</translation>
    </message>
    <message>
        <source>Yours, kept beside the run; nothing of the run itself is touched.</source>
        <translation>Eigene Angaben, neben dem Lauf aufbewahrt; am Lauf selbst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Zoom in with the wheel until single messages show, and find who everybody waits for.</source>
        <translation>Mit dem Mausrad hineinzoomen, bis einzelne Nachrichten zu sehen sind, und herausfinden, auf wen alle warten.</translation>
    </message>
    <message>
        <source>“About” by the last run of the same kind on this machine, “roughly” by what the model has to compute.</source>
        <translation>„Etwa“: nach dem letzten Lauf derselben Art auf diesem Rechner; „grob“: nach dem, was das Modell zu rechnen hat.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>&quot;%1&quot; ist keine Zahl</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number of %2</source>
        <translation>&quot;%1&quot; ist keine Zahl in %2</translation>
    </message>
    <message>
        <source>%1 (the last line is incomplete)</source>
        <translation>%1 (die letzte Zeile ist unvollständig)</translation>
    </message>
    <message>
        <source>%1 and so on</source>
        <translation>%1 und so weiter</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>%1 bytes, of at most %2</source>
        <translation>%1 Bytes statt höchstens %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 cannot change during a run</source>
        <translation>%1 ist während eines Laufs nicht änderbar</translation>
    </message>
    <message>
        <source>%1 cannot change while a run goes on; start another run with it</source>
        <translation>%1 ist nicht änderbar, solange ein Lauf trainiert; dafür einen neuen Lauf starten</translation>
    </message>
    <message>
        <source>%1 has no state in it; allowed: what a run wrote at its end</source>
        <translation>%1 enthält keinen Status; erlaubt: was ein Lauf an seinem Ende schrieb</translation>
    </message>
    <message>
        <source>%1 holds %2 images, %3 %4 labels; allowed: as many labels as images</source>
        <translation>%1 enthält %2 Bilder, %3 enthält %4 Labels; erlaubt: ebenso viele Labels wie Bilder</translation>
    </message>
    <message>
        <source>%1 holds a sweep with another base experiment; allowed: the same, or another folder</source>
        <translation>%1 enthält eine Parameterstudie mit anderem Grundexperiment; erlaubt: dasselbe oder ein anderer Ordner</translation>
    </message>
    <message>
        <source>%1 holds another run than the sweep&apos;s; allowed: another folder</source>
        <translation>%1 enthält einen anderen Lauf als den der Parameterstudie; erlaubt: ein anderer Ordner</translation>
    </message>
    <message>
        <source>%1 is a run of dense SGD itself</source>
        <translation>%1 ist selbst ein Lauf von dichtem SGD</translation>
    </message>
    <message>
        <source>%1 is away</source>
        <translation>%1 abwesend</translation>
    </message>
    <message>
        <source>%1 is chosen by %2 itself</source>
        <translation>%1 wird von %2 selbst gewählt</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is no checkpoint</source>
        <translation>%1 ist kein Sicherungspunkt</translation>
    </message>
    <message>
        <source>%1 is no setting; allowed: key = value</source>
        <translation>%1 ist keine Einstellung; erlaubt: Schlüssel = Wert</translation>
    </message>
    <message>
        <source>%1 is not a list of tables, of which there is one</source>
        <translation>%1 ist keine Liste von Tabellen mit mindestens einer</translation>
    </message>
    <message>
        <source>%1 is not empty and holds no sweep; allowed: a new folder, or one of a sweep</source>
        <translation>%1 ist nicht leer und enthält keine Parameterstudie; erlaubt: ein neuer Ordner oder der einer Parameterstudie</translation>
    </message>
    <message>
        <source>%1 is not text with something in it</source>
        <translation>%1 ist kein Text, in dem etwas steht</translation>
    </message>
    <message>
        <source>%1 is not there; searched:%2</source>
        <translation>%1 ist nicht vorhanden; gesucht in:%2</translation>
    </message>
    <message>
        <source>%1 is not written: the run has no spans to show</source>
        <translation>%1 wird nicht geschrieben: der Lauf hat keine Zeitspannen, die zu zeigen wären</translation>
    </message>
    <message>
        <source>%1 is not written: there is nothing measured to show yet</source>
        <translation>%1 wird nicht geschrieben: es ist noch nichts gemessen, was zu zeigen wäre</translation>
    </message>
    <message>
        <source>%1 is offered twice</source>
        <translation>%1 wird zweimal angeboten</translation>
    </message>
    <message>
        <source>%1 of %2: no address worked; tried:%3</source>
        <translation>%1 von %2: keine Adresse hat funktioniert; versucht:%3</translation>
    </message>
    <message>
        <source>%1 of worker%2</source>
        <translation>%1 von worker%2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1 payload: %2</source>
        <translation>Nutzdaten von %1: %2</translation>
    </message>
    <message>
        <source>%1 payload: bits are set after the last index; allowed: zeros</source>
        <translation>Nutzdaten von %1: nach dem letzten Index sind Bits gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>%1 payload: index %2 is %3; allowed: strictly ascending and below %4</source>
        <translation>Nutzdaten von %1: Index %2 ist %3; erlaubt: streng aufsteigend und unter %4</translation>
    </message>
    <message>
        <source>%1 payload: mean %2 is %3; allowed: finite numbers</source>
        <translation>Nutzdaten von %1: Mittelwert %2 ist %3; erlaubt: endliche Zahlen</translation>
    </message>
    <message>
        <source>%1 payload: number %2 is %3; allowed: below %4</source>
        <translation>Nutzdaten von %1: Nummer %2 ist %3; erlaubt: unter %4</translation>
    </message>
    <message>
        <source>%1 payload: read %2 bytes; allowed: none for no entries, a width and levels for %3</source>
        <translation>Nutzdaten von %1: %2 Bytes gelesen; erlaubt: keine, wenn es keine Einträge gibt, eine Breite und Stufen für %3</translation>
    </message>
    <message>
        <source>%1 payload: read %2 bytes; allowed: the %3 of %4 entries</source>
        <translation>Nutzdaten von %1: %2 Bytes gelesen; erlaubt: die %3 von %4 Einträgen</translation>
    </message>
    <message>
        <source>%1 payload: read %2 bytes; allowed: the %3 of %4 means and %5 numbers of %6 bits</source>
        <translation>Nutzdaten von %1: %2 Bytes gelesen; erlaubt: die %3 von %4 Mittelwerten und %5 Nummern von %6 Bit</translation>
    </message>
    <message>
        <source>%1 payload: read %2 bytes; allowed: the %3 of %4 norms and %5 digits</source>
        <translation>Nutzdaten von %1: %2 Bytes gelesen; erlaubt: die %3 von %4 Normen und %5 Ziffern</translation>
    </message>
    <message>
        <source>%1 payload: read %2 bytes; allowed: the length of %3 to %4 entries of 32 + %5 bits</source>
        <translation>Nutzdaten von %1: %2 Bytes gelesen; erlaubt: die Länge von %3 bis %4 Einträgen zu 32 + %5 Bit</translation>
    </message>
    <message>
        <source>%1 payload: read %2 positions and %3 bytes of values; allowed: %4 positions or more, 4 bytes for each</source>
        <translation>Nutzdaten von %1: %2 Positionen und %3 Bytes mit Werten gelesen; erlaubt: %4 Positionen oder mehr, 4 Bytes für jede</translation>
    </message>
    <message>
        <source>%1 payload: read a width of %2 bits; allowed: 0 to 32</source>
        <translation>Nutzdaten von %1: eine Breite von %2 Bit gelesen; erlaubt: 0 bis 32</translation>
    </message>
    <message>
        <source>%1 payload: read an exponent of ones; allowed: those of finite numbers</source>
        <translation>Nutzdaten von %1: einen Exponenten aus lauter Einsen gelesen; erlaubt: die von endlichen Zahlen</translation>
    </message>
    <message>
        <source>%1 payload: symbol %2 is %3; allowed: 0, and 2 to %4</source>
        <translation>Nutzdaten von %1: Symbol %2 ist %3; erlaubt: 0 und 2 bis %4</translation>
    </message>
    <message>
        <source>%1 payload: the norm of tensor &quot;%2&quot; is %3; allowed: finite and not negative</source>
        <translation>Nutzdaten von %1: die Norm von Tensor &quot;%2&quot; ist %3; erlaubt: endlich und nicht negativ</translation>
    </message>
    <message>
        <source>%1 sets it by itself, so that its values mean nothing</source>
        <translation>wird von %1 selbst gesetzt, sodass Werte dafür nichts bedeuten</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 was cut short or damaged</source>
        <translation>%1 ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>%1 was cut short: it ends in its first line</source>
        <translation>%1 ist abgeschnitten: endet in der ersten Zeile</translation>
    </message>
    <message>
        <source>%1 was damaged: its checksum is of other contents</source>
        <translation>%1 ist beschädigt: Die Prüfsumme gehört zu anderem Inhalt</translation>
    </message>
    <message>
        <source>%1 with its trace (%2 on average)</source>
        <translation>%1 mit dem Verlauf (im Mittel %2)</translation>
    </message>
    <message>
        <source>%1 with its trace (%2 on average: %3)</source>
        <translation>%1 mit dem Verlauf (im Mittel %2: %3)</translation>
    </message>
    <message>
        <source>%1, entry %2: read %3; allowed: %4, each once, in %5</source>
        <translation>%1, Eintrag %2: gelesen: %3; erlaubt: %4, jeweils einmal, in %5</translation>
    </message>
    <message>
        <source>%1, gradient of iteration %2, d = %3</source>
        <translation>%1, Gradient von Iteration %2, d = %3</translation>
    </message>
    <message>
        <source>%1, or .csv for the points</source>
        <translation>%1 oder .csv für die Punkte</translation>
    </message>
    <message>
        <source>%1, record %2: read label %3; allowed: 0 to %4</source>
        <translation>%1, Eintrag %2: gelesen: Label %3; erlaubt: 0 bis %4</translation>
    </message>
    <message>
        <source>%1: %2 bytes of garbage after the gzip stream</source>
        <translation>%1: nach dem gzip-Datenstrom folgen %2 Bytes, die nicht dazugehören</translation>
    </message>
    <message>
        <source>%1: %2 rows are no whole grid; allowed: every kept fraction with every staleness, seed after seed</source>
        <translation>%1: %2 Zeilen sind kein ganzes Gitter; erlaubt: jeder behaltene Anteil mit jeder Veraltung, Startwert für Startwert</translation>
    </message>
    <message>
        <source>%1: %2: read %3; allowed: %4</source>
        <translation>%1: %2: gelesen: %3; erlaubt: %4</translation>
    </message>
    <message>
        <source>%1: a member is of another type than allowed: %2</source>
        <translation>%1: ein Element ist von einem anderen Typ als erlaubt: %2</translation>
    </message>
    <message>
        <source>%1: a text is allowed</source>
        <translation>%1: erlaubt ist ein Text</translation>
    </message>
    <message>
        <source>%1: an entry without a name</source>
        <translation>%1: ein Eintrag ohne Namen</translation>
    </message>
    <message>
        <source>%1: bytes left over after the %2 that the header promises</source>
        <translation>%1: nach den %2 Bytes, die der Header verspricht, folgen noch weitere</translation>
    </message>
    <message>
        <source>%1: cannot be made: %2</source>
        <translation>%1: lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>%1: cannot be read</source>
        <translation>%1: nicht lesbar</translation>
    </message>
    <message>
        <source>%1: cannot be read to its end</source>
        <translation>%1: nicht bis zum Ende lesbar</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2</source>
        <translation>%1: nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>%1: cells read: %2; allowed: %3, as in the header</source>
        <translation>%1: gelesene Zellen: %2; erlaubt: %3, wie in der Kopfzeile</translation>
    </message>
    <message>
        <source>%1: column %2 is there twice; allowed: once</source>
        <translation>%1: die Spalte %2 kommt zweimal vor; erlaubt: einmal</translation>
    </message>
    <message>
        <source>%1: column %2: read &quot;%3&quot;; allowed: %4</source>
        <translation>%1: Spalte %2: gelesen: &quot;%3&quot;; erlaubt: %4</translation>
    </message>
    <message>
        <source>%1: dropped, the line is not complete</source>
        <translation>%1: weggelassen, die Zeile ist nicht vollständig</translation>
    </message>
    <message>
        <source>%1: entry %2 is %3; allowed: finite numbers</source>
        <translation>%1: Eintrag %2 ist %3; erlaubt: endliche Zahlen</translation>
    </message>
    <message>
        <source>%1: holds no images; allowed: at least one</source>
        <translation>%1: enthält keine Bilder; erlaubt: mindestens eines</translation>
    </message>
    <message>
        <source>%1: it carries no experiment. Figures that Telegrad wrote do, unless another program has saved them since without it</source>
        <translation>%1: kein Experiment enthalten. Von Telegrad geschriebene Abbildungen enthalten eines, sofern kein anderes Programm sie seither ohne gespeichert hat</translation>
    </message>
    <message>
        <source>%1: it carries no run</source>
        <translation>%1: kein Lauf enthalten</translation>
    </message>
    <message>
        <source>%1: it is damaged: %2</source>
        <translation>%1: beschädigt: %2</translation>
    </message>
    <message>
        <source>%1: it is neither a PNG, an SVG nor a PDF</source>
        <translation>%1: weder ein PNG noch ein SVG noch ein PDF</translation>
    </message>
    <message>
        <source>%1: it is on two axes; allowed: every parameter once</source>
        <translation>%1: steht auf zwei Achsen; erlaubt: jeder Parameter einmal</translation>
    </message>
    <message>
        <source>%1: it lacks %2</source>
        <translation>%1: es fehlt: %2</translation>
    </message>
    <message>
        <source>%1: it lacks %2 (plain or .gz)</source>
        <translation>%1: es fehlt: %2 (unkomprimiert oder .gz)</translation>
    </message>
    <message>
        <source>%1: key</source>
        <translation>%1: Schlüssel</translation>
    </message>
    <message>
        <source>%1: left out are %2 more lines</source>
        <translation>%1: weitere ausgelassene Zeilen: %2</translation>
    </message>
    <message>
        <source>%1: left out: %2</source>
        <translation>%1: weggelassen: %2</translation>
    </message>
    <message>
        <source>%1: no memory to inflate it</source>
        <translation>%1: kein Speicher zum Entpacken</translation>
    </message>
    <message>
        <source>%1: no point of these axes</source>
        <translation>%1: kein Punkt dieser Achsen</translation>
    </message>
    <message>
        <source>%1: no such file</source>
        <translation>%1: Datei nicht gefunden</translation>
    </message>
    <message>
        <source>%1: no such folder</source>
        <translation>%1: Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>%1: not a file</source>
        <translation>%1: keine Datei</translation>
    </message>
    <message>
        <source>%1: not a gzip file</source>
        <translation>%1: keine gzip-Datei</translation>
    </message>
    <message>
        <source>%1: not a tar archive, or not all of one: %2</source>
        <translation>%1: kein tar-Archiv, oder kein vollständiges: %2</translation>
    </message>
    <message>
        <source>%1: nothing is read after it</source>
        <translation>%1: danach wird nichts mehr gelesen</translation>
    </message>
    <message>
        <source>%1: read &quot;%2&quot;; allowed: %3</source>
        <translation>%1: gelesen: &quot;%2&quot;; erlaubt: %3</translation>
    </message>
    <message>
        <source>%1: read &quot;%2&quot;; allowed: an iteration, a comma and 64 hexadecimal digits</source>
        <translation>%1: gelesen: &quot;%2&quot;; erlaubt: eine Iteration, ein Komma und 64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>%1: read &quot;%2&quot;; allowed: whole numbers for the classes and the count</source>
        <translation>%1: gelesen: &quot;%2&quot;; erlaubt: ganze Zahlen für die Klassen und die Anzahl</translation>
    </message>
    <message>
        <source>%1: read %2 bytes; allowed: files of at most %3</source>
        <translation>%1: gelesen: %2 Bytes; erlaubt: Dateien von höchstens %3</translation>
    </message>
    <message>
        <source>%1: read %2 bytes; allowed: little-endian float32, a multiple of 4 bytes</source>
        <translation>%1: gelesen: %2 Bytes; erlaubt: float32, Little Endian, ein Vielfaches von 4 Bytes</translation>
    </message>
    <message>
        <source>%1: read %2 cells; allowed: 5</source>
        <translation>%1: gelesen: %2 Zellen; erlaubt: 5</translation>
    </message>
    <message>
        <source>%1: read %2 entries for %3 rows; allowed: a number of rows that divides them</source>
        <translation>%1: gelesen: %2 Einträge für %3 Zeilen; erlaubt: eine Zeilenzahl, die sie teilt</translation>
    </message>
    <message>
        <source>%1: read %2 entries; allowed: fewer than 4294967296</source>
        <translation>%1: gelesen: %2 Einträge; erlaubt: weniger als 4294967296</translation>
    </message>
    <message>
        <source>%1: read %2 numbers; allowed: 1 to %3, with commas between</source>
        <translation>%1: gelesen: %2 Zahlen; erlaubt: 1 bis %3, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>%1: read %2 pairs of classes; allowed: all pairs of %3</source>
        <translation>%1: gelesen: %2 Paare von Klassen; erlaubt: alle Paare aus %3 Klassen</translation>
    </message>
    <message>
        <source>%1: read %2, but each of %3 workers has only %4 training examples; choose a smaller batch or fewer workers</source>
        <translation>%1: gelesen: %2, aber jeder der %3 Worker hat nur %4 Trainingsbeispiele; kleinere Batches oder weniger Worker wählen</translation>
    </message>
    <message>
        <source>%1: read %2; allowed: %3</source>
        <translation>%1: gelesen: %2; erlaubt: %3</translation>
    </message>
    <message>
        <source>%1: read %2; allowed: a list of names in quotes</source>
        <translation>%1: gelesen: %2; erlaubt: eine Liste von Namen in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1: read %2; allowed: a number, with a unit in quotes</source>
        <translation>%1: gelesen: %2; erlaubt: eine Zahl, mit Einheit in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1: read %2; allowed: a table, [%3]</source>
        <translation>%1: gelesen: %2; erlaubt: eine Tabelle, [%3]</translation>
    </message>
    <message>
        <source>%1: read %2; allowed: at most %3, %4</source>
        <translation>%1: gelesen: %2; erlaubt: höchstens %3, %4</translation>
    </message>
    <message>
        <source>%1: read %2; allowed: names in quotes</source>
        <translation>%1: gelesen: %2; erlaubt: Namen in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1: read %2; allowed: text in quotes</source>
        <translation>%1: gelesen: %2; erlaubt: Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1: read checkpoint format %2; allowed: 1</source>
        <translation>%1: gelesen: Sicherungspunkt im Format %2; erlaubt: 1</translation>
    </message>
    <message>
        <source>%1: read images of %2; allowed: %3</source>
        <translation>%1: gelesen: Bilder mit %2; erlaubt: %3</translation>
    </message>
    <message>
        <source>%1: read iteration %2; allowed: more than the %3 of the line above</source>
        <translation>%1: gelesen: Iteration %2; erlaubt: mehr als die %3 der Zeile darüber</translation>
    </message>
    <message>
        <source>%1: read label %2 of example %3; allowed: 0 to %4</source>
        <translation>%1: gelesen: Label %2 von Beispiel %3; erlaubt: 0 bis %4</translation>
    </message>
    <message>
        <source>%1: read magic number %2; allowed: %3 (IDX images of bytes)</source>
        <translation>%1: gelesen: magische Zahl %2; erlaubt: %3 (IDX-Bilder aus Bytes)</translation>
    </message>
    <message>
        <source>%1: read magic number %2; allowed: %3 (IDX labels of bytes)</source>
        <translation>%1: gelesen: magische Zahl %2; erlaubt: %3 (IDX-Labels aus Bytes)</translation>
    </message>
    <message>
        <source>%1: read more than %2 bytes after the archive&apos;s end</source>
        <translation>%1: gelesen: mehr als %2 Bytes nach dem Ende des Archivs</translation>
    </message>
    <message>
        <source>%1: read more than %2 records; allowed: as many</source>
        <translation>%1: gelesen: mehr als %2 Einträge; erlaubt: höchstens so viele</translation>
    </message>
    <message>
        <source>%1: read only %2 of %3 bytes</source>
        <translation>%1: nur %2 von %3 Bytes gelesen</translation>
    </message>
    <message>
        <source>%1: read the ending &quot;%2&quot;; allowed: .svg or .png</source>
        <translation>%1: gelesen: die Endung &quot;%2&quot;; erlaubt: .svg oder .png</translation>
    </message>
    <message>
        <source>%1: read the ending &quot;%2&quot;; allowed: .svg, .pdf or .png</source>
        <translation>%1: gelesen: die Endung &quot;%2&quot;; erlaubt: .svg, .pdf oder .png</translation>
    </message>
    <message>
        <source>%1: read the pair %2, %3; allowed: all pairs of classes in order</source>
        <translation>%1: gelesen: das Paar %2, %3; erlaubt: alle Paare von Klassen der Reihe nach</translation>
    </message>
    <message>
        <source>%1: run %2 (%3): it was damaged, or changed by hand: its checksum is of another experiment or journal</source>
        <translation>%1: Lauf %2 (%3): beschädigt, oder von Hand geändert: die Prüfsumme gehört zu einem anderen Experiment oder Journal</translation>
    </message>
    <message>
        <source>%1: run %2: a part is missing; there must be name, experiment, journal and check</source>
        <translation>%1: Lauf %2: ein Teil fehlt; es braucht name, experiment, journal und check</translation>
    </message>
    <message>
        <source>%1: run %2: it is damaged, or not Telegrad&apos;s</source>
        <translation>%1: Lauf %2: beschädigt, oder nicht von Telegrad</translation>
    </message>
    <message>
        <source>%1: seconds is not a number above 0</source>
        <translation>%1: seconds ist keine Zahl über 0</translation>
    </message>
    <message>
        <source>%1: the experiments that it carries are damaged</source>
        <translation>%1: die enthaltenen Experimente sind beschädigt</translation>
    </message>
    <message>
        <source>%1: the experiments that it carries are in format %2; allowed: %3. A newer Telegrad wrote them</source>
        <translation>%1: die enthaltenen Experimente haben das Format %2; erlaubt: %3. Ein neueres Telegrad hat sie geschrieben</translation>
    </message>
    <message>
        <source>%1: the file is empty</source>
        <translation>%1: die Datei ist leer</translation>
    </message>
    <message>
        <source>%1: the gzip stream is damaged</source>
        <translation>%1: der gzip-Datenstrom ist beschädigt</translation>
    </message>
    <message>
        <source>%1: the gzip stream is damaged: %2</source>
        <translation>%1: der gzip-Datenstrom ist beschädigt: %2</translation>
    </message>
    <message>
        <source>%1: the gzip stream is truncated after %2 bytes</source>
        <translation>%1: der gzip-Datenstrom bricht nach %2 Bytes ab</translation>
    </message>
    <message>
        <source>%1: the text is not UTF-8</source>
        <translation>%1: der Text ist nicht UTF-8</translation>
    </message>
    <message>
        <source>%1: there is no column %2</source>
        <translation>%1: die Spalte %2 fehlt</translation>
    </message>
    <message>
        <source>%1: there is no column %2; it is needed</source>
        <translation>%1: die Spalte %2 fehlt; sie wird gebraucht</translation>
    </message>
    <message>
        <source>%1: there is no such worker; allowed: worker.1 to worker.%2, as cluster.workers is %2</source>
        <translation>%1: diesen Worker gibt es nicht; erlaubt: worker.1 bis worker.%2, denn cluster.workers ist %2</translation>
    </message>
    <message>
        <source>%1: there is no such worker; allowed: worker.1, as cluster.workers is 1</source>
        <translation>%1: diesen Worker gibt es nicht; erlaubt: worker.1, denn cluster.workers ist 1</translation>
    </message>
    <message>
        <source>%1: there is nothing to choose, so it has no key</source>
        <translation>%1: hier gibt es keine Wahl, also auch keinen Schlüssel</translation>
    </message>
    <message>
        <source>%1: there is nothing to export, no iteration is done yet</source>
        <translation>%1: es gibt nichts zu exportieren, noch ist keine Iteration fertig</translation>
    </message>
    <message>
        <source>%1: this is no JSON object; allowed: {...}</source>
        <translation>%1: kein JSON-Objekt; erlaubt: {...}</translation>
    </message>
    <message>
        <source>%1: truncated: read %2 bytes; allowed: records of %3 bytes, at least one, and nothing else</source>
        <translation>%1: abgeschnitten, gelesen: %2 Bytes; erlaubt: Einträge zu je %3 Bytes, mindestens einer, und sonst nichts</translation>
    </message>
    <message>
        <source>%1: truncated: read %2 bytes; the header alone has %3</source>
        <translation>%1: abgeschnitten, gelesen: %2 Bytes; der Header allein hat %3</translation>
    </message>
    <message>
        <source>%1: truncated: the header promises %2 bytes, read %3</source>
        <translation>%1: abgeschnitten, der Header verspricht %2 Bytes, gelesen: %3</translation>
    </message>
    <message>
        <source>%1:%2: left out: %3</source>
        <translation>%1:%2: ausgelassen: %3</translation>
    </message>
    <message>
        <source>%1:%2: not TOML: %3</source>
        <translation>%1:%2: kein TOML: %3</translation>
    </message>
    <message>
        <source>%1:%2: read &quot;%3&quot;; allowed: %4</source>
        <translation>%1:%2: gelesen: &quot;%3&quot;; erlaubt: %4</translation>
    </message>
    <message>
        <source>%1:%2: read &quot;%3&quot;; allowed: numbers, and a state that is waiting, done, diverged or failed</source>
        <translation>%1:%2: gelesen: &quot;%3&quot;; erlaubt: Zahlen und ein Zustand, der waiting, done, diverged oder failed ist</translation>
    </message>
    <message>
        <source>%1; %2 from %3</source>
        <translation>%1; %2 ab %3</translation>
    </message>
    <message>
        <source>%1; allowed: {&quot;dtype&quot;: text, &quot;shape&quot;: [whole numbers], &quot;data_offsets&quot;: [begin, end]}</source>
        <translation>%1; erlaubt: {&quot;dtype&quot;: Text, &quot;shape&quot;: [ganze Zahlen], &quot;data_offsets&quot;: [Anfang, Ende]}</translation>
    </message>
    <message>
        <source>%1; left out, with all rows below it</source>
        <translation>%1; weggelassen, mit allen Zeilen darunter</translation>
    </message>
    <message>
        <source>0 in the first row</source>
        <translation>0 in der ersten Zeile</translation>
    </message>
    <message>
        <source>DeCo cannot decide with a bandwidth of %1 bit/s; allowed: more than 0 bit/s</source>
        <translation>DeCo kann bei einer Bandbreite von %1 bit/s nicht entscheiden; erlaubt: mehr als 0 bit/s</translation>
    </message>
    <message>
        <source>DeCo cannot decide with a compute time of %1 s; allowed: 0 s or more</source>
        <translation>DeCo kann bei einer Rechenzeit von %1 s nicht entscheiden; erlaubt: 0 s oder mehr</translation>
    </message>
    <message>
        <source>DeCo cannot decide with a gradient of %1 bit; allowed: more than 0 bit</source>
        <translation>DeCo kann bei einem Gradienten von %1 bit nicht entscheiden; erlaubt: mehr als 0 bit</translation>
    </message>
    <message>
        <source>DeCo cannot decide with a headroom of %1; allowed: more than 0, at most 1</source>
        <translation>DeCo kann bei einem eingeplanten Bandbreitenanteil von %1 nicht entscheiden; erlaubt: mehr als 0, höchstens 1</translation>
    </message>
    <message>
        <source>DeCo cannot decide with a hysteresis of %1; allowed: from 0 to less than 1</source>
        <translation>DeCo kann bei einer Hysterese von %1 nicht entscheiden; erlaubt: von 0 bis unter 1</translation>
    </message>
    <message>
        <source>DeCo cannot decide with a largest staleness of %1; allowed: from 1 to %2</source>
        <translation>DeCo kann bei einer größten Veraltung von %1 nicht entscheiden; erlaubt: von 1 bis %2</translation>
    </message>
    <message>
        <source>DeCo cannot decide with a latency of %1 s; allowed: 0 s or more</source>
        <translation>DeCo kann bei einer Latenz von %1 s nicht entscheiden; erlaubt: 0 s oder mehr</translation>
    </message>
    <message>
        <source>DeCo cannot decide with a least kept fraction of %1; allowed: more than 0, at most 1</source>
        <translation>DeCo kann bei einem kleinsten behaltenen Anteil von %1 nicht entscheiden; erlaubt: mehr als 0, höchstens 1</translation>
    </message>
    <message>
        <source>Get it with: telegrad-cli fetch %1</source>
        <translation>Zu holen mit: telegrad-cli fetch %1</translation>
    </message>
    <message>
        <source>Get it with: telegrad-cli fetch %1, or install Debian&apos;s package %2</source>
        <translation>Zu holen mit: telegrad-cli fetch %1, oder Debians Paket %2 installieren</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>No measurement has been saved in %1 yet.</source>
        <translation>In %1 ist noch keine Messung gesichert.</translation>
    </message>
    <message>
        <source>Whole gradient of iteration %1, d = %2</source>
        <translation>Ganzer Gradient von Iteration %1, d = %2</translation>
    </message>
    <message>
        <source>a bucket that lacks no more than it holds</source>
        <translation>ein Bucket, dem nicht mehr fehlt, als er fasst</translation>
    </message>
    <message>
        <source>a cell of the list says nothing; allowed: slot.key=value</source>
        <translation>eine Zelle der Liste ist leer; erlaubt: slot.key=value</translation>
    </message>
    <message>
        <source>a change of a known kind</source>
        <translation>eine Änderung bekannter Art</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>eine Gerätedatei</translation>
    </message>
    <message>
        <source>a file of another name</source>
        <translation>eine Datei mit anderem Namen</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a grid without a point; needed: a kept fraction and a staleness at least</source>
        <translation>ein Gitter ohne Punkt; nötig: mindestens ein behaltener Anteil und eine Veraltung</translation>
    </message>
    <message>
        <source>a grid without runs; allowed: at least one kept fraction, staleness and seed</source>
        <translation>ein Gitter ohne Läufe; erlaubt: mindestens ein behaltener Anteil, eine Veraltung und ein Startwert</translation>
    </message>
    <message>
        <source>a hard link</source>
        <translation>ein Hardlink</translation>
    </message>
    <message>
        <source>a kept fraction of %1 with a staleness of %2; allowed: a fraction, and what it keeps, above 0 and at most 1, a staleness of 0 or more</source>
        <translation>ein behaltener Anteil von %1 bei einer Veraltung von %2; erlaubt: ein Anteil, und was er behält, über 0 und höchstens 1, eine Veraltung von 0 oder mehr</translation>
    </message>
    <message>
        <source>a known outflow</source>
        <translation>eine bekannte Art des Abflusses</translation>
    </message>
    <message>
        <source>a link&apos;s rate</source>
        <translation>die Rate einer Leitung</translation>
    </message>
    <message>
        <source>a list of lists, as in %1</source>
        <translation>eine Liste von Listen wie %1</translation>
    </message>
    <message>
        <source>a list of seeds, as in %1</source>
        <translation>eine Liste von Startwerten wie %1</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a list, as in %1</source>
        <translation>eine Liste wie %1</translation>
    </message>
    <message>
        <source>a model of the iterations with %1, %2 for compression and %3 for staleness; allowed: the first above 0, the others 0 or more</source>
        <translation>ein Modell der Iterationen mit %1, %2 für Kompression und %3 für Veraltung; erlaubt: das Erste über 0, die anderen 0 oder mehr</translation>
    </message>
    <message>
        <source>a name that no row above has</source>
        <translation>ein Name, den keine Zeile darüber hat</translation>
    </message>
    <message>
        <source>a named pipe</source>
        <translation>eine benannte Pipe</translation>
    </message>
    <message>
        <source>a node&apos;s name</source>
        <translation>der Name eines Knotens</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number of at least %1, as in the row above</source>
        <translation>eine Zahl von mindestens %1, wie in der Zeile darüber</translation>
    </message>
    <message>
        <source>a number that is not below the row&apos;s above</source>
        <translation>eine Zahl, die nicht kleiner ist als die in der Zeile darüber</translation>
    </message>
    <message>
        <source>a number that is not finite</source>
        <translation>eine Zahl, die nicht endlich ist</translation>
    </message>
    <message>
        <source>a number, a word in quotes, true or false</source>
        <translation>eine Zahl, ein Wort in Anführungszeichen, true oder false</translation>
    </message>
    <message>
        <source>a number, or nothing</source>
        <translation>eine Zahl oder nichts</translation>
    </message>
    <message>
        <source>a path that leads out of the folder</source>
        <translation>ein Pfad, der aus dem Ordner hinausführt</translation>
    </message>
    <message>
        <source>a rate for each gradient</source>
        <translation>eine Rate für jeden Gradienten</translation>
    </message>
    <message>
        <source>a second loop; allowed: one</source>
        <translation>eine zweite Wiederholung (loop); erlaubt: eine</translation>
    </message>
    <message>
        <source>a second source; allowed: one</source>
        <translation>eine zweite Quelle (source); erlaubt: eine</translation>
    </message>
    <message>
        <source>a share from %1 to %2</source>
        <translation>ein Anteil von %1 bis %2</translation>
    </message>
    <message>
        <source>a shared object of that kind</source>
        <translation>ein geteiltes Objekt dieser Art</translation>
    </message>
    <message>
        <source>a shared object that is there</source>
        <translation>ein geteiltes Objekt, das da ist</translation>
    </message>
    <message>
        <source>a symbolic link</source>
        <translation>ein symbolischer Link</translation>
    </message>
    <message>
        <source>a table is allowed</source>
        <translation>erlaubt ist eine Tabelle</translation>
    </message>
    <message>
        <source>a trace that keeps to its rules</source>
        <translation>ein Verlauf, der seine Regeln einhält</translation>
    </message>
    <message>
        <source>a vector that is empty or as long as expected</source>
        <translation>ein Vektor, der leer ist oder so lang wie erwartet</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a whole number from 0 to 10^15</source>
        <translation>eine ganze Zahl von 0 bis 10^15</translation>
    </message>
    <message>
        <source>a whole number, not negative</source>
        <translation>eine ganze Zahl, nicht negativ</translation>
    </message>
    <message>
        <source>a worker, as src is the server</source>
        <translation>ein Worker, da src der Server ist</translation>
    </message>
    <message>
        <source>a yes or a no</source>
        <translation>ein Ja oder ein Nein</translation>
    </message>
    <message>
        <source>adaptive-random payload: read %1 entries; allowed: 1</source>
        <translation>Nutzdaten von adaptive-random: %1 Einträge gelesen; erlaubt: 1</translation>
    </message>
    <message>
        <source>algorithm %1 chooses a kept fraction for each tensor, and this compressor has none; allowed: top-k, of each tensor by itself</source>
        <translation>der Algorithmus %1 wählt für jeden Tensor einen behaltenen Anteil, und dieser Kompressor hat keinen; erlaubt: top-k, für jeden Tensor einzeln</translation>
    </message>
    <message>
        <source>algorithm %1 chooses the kept fraction, and this compressor has none; allowed: top-k</source>
        <translation>der Algorithmus %1 wählt den behaltenen Anteil, und dieser Kompressor hat keinen; erlaubt: top-k</translation>
    </message>
    <message>
        <source>algorithm %1 chooses what is sent itself, and this compressor would as well; allowed: identity</source>
        <translation>der Algorithmus %1 wählt selbst, was gesendet wird, und dieser Kompressor täte das auch; erlaubt: identity</translation>
    </message>
    <message>
        <source>algorithm %1 with vectors sent whole chooses a kept fraction for each tensor, and this compressor has none; allowed: top-k, of each tensor by itself</source>
        <translation>der Algorithmus %1 mit ganz gesendeten Vektoren wählt für jeden Tensor einen behaltenen Anteil, und dieser Kompressor hat keinen; erlaubt: top-k, für jeden Tensor einzeln</translation>
    </message>
    <message>
        <source>all of a dense update</source>
        <translation>ein ganzes dichtes Update</translation>
    </message>
    <message>
        <source>an axis has either values, or from, to, steps and scale</source>
        <translation>eine Achse hat entweder values oder from, to, steps und scale</translation>
    </message>
    <message>
        <source>an axis without parameter; allowed: %1</source>
        <translation>eine Achse ohne parameter; erlaubt: %1</translation>
    </message>
    <message>
        <source>an entry is not finite; only finite numbers can be sent</source>
        <translation>ein Eintrag ist nicht endlich; nur endliche Zahlen lassen sich senden</translation>
    </message>
    <message>
        <source>an experiment&apos;s name, a file&apos;s, or a table, [experiment]</source>
        <translation>der Name eines Experiments oder einer Datei oder eine Tabelle, [experiment]</translation>
    </message>
    <message>
        <source>an open window</source>
        <translation>ein offenes Fenster</translation>
    </message>
    <message>
        <source>an update of the model&apos;s size</source>
        <translation>ein Update von der Größe des Modells</translation>
    </message>
    <message>
        <source>another node than src</source>
        <translation>ein anderer Knoten als src</translation>
    </message>
    <message>
        <source>as many positions as values</source>
        <translation>so viele Positionen wie Werte</translation>
    </message>
    <message>
        <source>as many sums as places where they were computed</source>
        <translation>so viele Summen wie Stellen, an denen sie berechnet wurden</translation>
    </message>
    <message>
        <source>ascending positions within the model</source>
        <translation>aufsteigende Positionen innerhalb des Modells</translation>
    </message>
    <message>
        <source>bandwidth %1; allowed: 0, or 1 to 1e15 bit/s</source>
        <translation>Bandbreite %1; erlaubt: 0 oder 1 bis 1e15 bit/s</translation>
    </message>
    <message>
        <source>bits are set after the last code; allowed: zeros</source>
        <translation>nach dem letzten Code sind Bits gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>bits are set after the last entry; allowed: zeros</source>
        <translation>nach dem letzten Eintrag sind Bits gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>bits are set after the last level; allowed: zeros</source>
        <translation>nach der letzten Stufe sind Bits gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>bits are set after the last position; allowed: zeros</source>
        <translation>nach der letzten Position sind Bits gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>bits are set after the last sign; allowed: zeros</source>
        <translation>nach dem letzten Vorzeichen sind Bits gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>bucket: read %1; a link with fair shares has no token bucket; allowed: 0 B, or discipline &quot;fifo&quot;</source>
        <translation>bucket: gelesen: %1; eine Leitung mit fairen Anteilen hat keinen Token-Bucket; erlaubt: 0 B oder discipline &quot;fifo&quot;</translation>
    </message>
    <message>
        <source>byte %1 of the signs is %2; allowed: 0 to 242</source>
        <translation>Byte %1 der Vorzeichen ist %2; erlaubt: 0 bis 242</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>cancelled; nothing was changed</source>
        <translation>abgebrochen; nichts wurde geändert</translation>
    </message>
    <message>
        <source>cancelled; what came is kept in %1</source>
        <translation>abgebrochen; was schon angekommen ist, bleibt in %1</translation>
    </message>
    <message>
        <source>cannot build a model for %1 classes; allowed: 2 to %2</source>
        <translation>für %1 Klassen lässt sich kein Modell bauen; erlaubt: 2 bis %2</translation>
    </message>
    <message>
        <source>cannot build a model for examples of shape %1; allowed: %2</source>
        <translation>für Beispiele der Form %1 lässt sich kein Modell bauen; erlaubt: %2</translation>
    </message>
    <message>
        <source>cannot build a model for examples of shape %1; allowed: channels x height x width, of at least %2 x %2 pixels</source>
        <translation>für Beispiele der Form %1 lässt sich kein Modell bauen; erlaubt: Kanäle x Höhe x Breite, mit mindestens %2 x %2 Pixeln</translation>
    </message>
    <message>
        <source>cannot build a model for examples of shape nothing; allowed: at least one extent</source>
        <translation>für Beispiele mit leerer Form lässt sich kein Modell bauen; erlaubt: mindestens eine Ausdehnung</translation>
    </message>
    <message>
        <source>cannot fetch %1 from &quot;%2&quot;; allowed: a folder that is there, http://... or https://...</source>
        <translation>%1 lässt sich nicht von &quot;%2&quot; holen; erlaubt: ein vorhandener Ordner, http://... oder https://...</translation>
    </message>
    <message>
        <source>cannot go on with %1: it has %2 bytes; expected a line that ends at byte %3</source>
        <translation>%1 lässt sich nicht fortsetzen: %2 Bytes groß; erwartet: eine Zeile, die bei Byte %3 endet</translation>
    </message>
    <message>
        <source>cannot go on with %1: it has %2 bytes; expected at least %3</source>
        <translation>%1 lässt sich nicht fortsetzen: %2 Bytes groß; erwartet: mindestens %3</translation>
    </message>
    <message>
        <source>cannot make %1: %2</source>
        <translation>%1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>cannot read %1</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>cannot read %1: it has %2 bytes; allowed: at most %3</source>
        <translation>%1 ist nicht lesbar: %2 Bytes groß; erlaubt: höchstens %3</translation>
    </message>
    <message>
        <source>cannot read %1: it is no regular file</source>
        <translation>%1 ist nicht lesbar: keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>cannot read it</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>cannot read tensor %1</source>
        <translation>der Tensor %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>cannot remove %1: %2</source>
        <translation>%1 lässt sich nicht entfernen: %2</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>cannot write %1: the folder has no experiment.toml, so it is no run&apos;s</source>
        <translation>%1 ist nicht schreibbar: Der Ordner hat keine experiment.toml, ist also nicht der eines Laufs</translation>
    </message>
    <message>
        <source>cannot write it</source>
        <translation>nicht schreibbar</translation>
    </message>
    <message>
        <source>cell%1: %2</source>
        <translation>Zelle%1: %2</translation>
    </message>
    <message>
        <source>cells read: %1; allowed: %2, as in the header</source>
        <translation>gelesene Zellen: %1; erlaubt: %2, wie in der Kopfzeile</translation>
    </message>
    <message>
        <source>change: read &quot;%1&quot;; allowed: a parameter as slot.key</source>
        <translation>change: gelesen: &quot;%1&quot;; erlaubt: ein Parameter als slot.key</translation>
    </message>
    <message>
        <source>cluster.workers: read %1; model &quot;%2&quot; allows: %3</source>
        <translation>cluster.workers: gelesen: %1; Modell &quot;%2&quot; erlaubt: %3</translation>
    </message>
    <message>
        <source>cocktail payload: read %1 bytes; allowed: none for no entries, else a number of 8 and what follows</source>
        <translation>Nutzdaten von cocktail: %1 Bytes gelesen; erlaubt: keine, wenn es keine Einträge gibt, sonst eine Zahl von 8 und was folgt</translation>
    </message>
    <message>
        <source>cocktail payload: the mask&apos;s number is %1; allowed: below 2^63</source>
        <translation>Nutzdaten von cocktail: die Nummer der Maske ist %1; erlaubt: unter 2^63</translation>
    </message>
    <message>
        <source>cocktail-sgd: read a message of %1 bytes; allowed: one that holds every chunk</source>
        <translation>cocktail-sgd: eine Nachricht von %1 Bytes gelesen; erlaubt: eine, die jeden Abschnitt enthält</translation>
    </message>
    <message>
        <source>column %1 is there twice; allowed: once</source>
        <translation>Spalte %1 ist doppelt vorhanden; erlaubt: einmal</translation>
    </message>
    <message>
        <source>column %1 is unknown; allowed: %2</source>
        <translation>Spalte %1 ist unbekannt; erlaubt: %2</translation>
    </message>
    <message>
        <source>column %1 is unknown; allowed: %2 (the names say the units)</source>
        <translation>Spalte %1 ist unbekannt; erlaubt: %2 (die Namen nennen die Einheiten)</translation>
    </message>
    <message>
        <source>column %1: read %2; allowed: %3</source>
        <translation>Spalte %1: gelesen: %2; erlaubt: %3</translation>
    </message>
    <message>
        <source>column %1: read %2; allowed: a finite number</source>
        <translation>Spalte %1: gelesen: %2; erlaubt: eine endliche Zahl</translation>
    </message>
    <message>
        <source>compute time is this machine&apos;s (compute_model = measured): simulated times are not compared</source>
        <translation>die Rechenzeit ist die dieses Rechners (compute_model = measured): simulierte Zeiten werden nicht verglichen</translation>
    </message>
    <message>
        <source>conditions of compute time %1 s, gradient %2 bit, bandwidth %3 bit/s, latency %4 s; allowed: a bandwidth above 0, the others 0 or more</source>
        <translation>Bedingungen mit Rechenzeit %1 s, Gradient %2 bit, Bandbreite %3 bit/s, Latenz %4 s; erlaubt: eine Bandbreite über 0, die anderen 0 oder mehr</translation>
    </message>
    <message>
        <source>cser: read a message of %1 bytes; the blocks of this iteration have %2</source>
        <translation>cser: eine Nachricht von %1 Bytes gelesen; die Blöcke dieser Iteration haben %2</translation>
    </message>
    <message>
        <source>current weights</source>
        <translation>aktuelle Gewichte</translation>
    </message>
    <message>
        <source>data folder %1: no such folder</source>
        <translation>Datenordner %1: Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>data folder %1: not a folder</source>
        <translation>Datenordner %1: kein Ordner</translation>
    </message>
    <message>
        <source>digits are set after the last entry; allowed: zeros</source>
        <translation>nach dem letzten Eintrag sind Ziffern gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>dithering payload of %1 levels: %2</source>
        <translation>Dithering-Nutzdaten mit %1 Stufen: %2</translation>
    </message>
    <message>
        <source>duration / %1: %2; allowed: 1 to 1000000</source>
        <translation>duration / %1: %2; erlaubt: 1 bis 1000000</translation>
    </message>
    <message>
        <source>duration / the shorter of on_time and off_time: %1; allowed: 1 to 1000000</source>
        <translation>duration / die kürzere von on_time und off_time: %1; erlaubt: 1 bis 1000000</translation>
    </message>
    <message>
        <source>entry %1 is %2, which times d/k = %3 is beyond float; allowed: smaller entries, or kept as they are</source>
        <translation>Eintrag %1 ist %2, was mal d/k = %3 nicht in float passt; erlaubt: kleinere Einträge oder unverändert behaltene</translation>
    </message>
    <message>
        <source>entry %1: read %2; only finite numbers can be compressed</source>
        <translation>Eintrag %1: gelesen: %2; nur endliche Zahlen lassen sich komprimieren</translation>
    </message>
    <message>
        <source>events that are still to come</source>
        <translation>Ereignisse, die noch bevorstehen</translation>
    </message>
    <message>
        <source>every bandwidth is 0, so that nothing would ever leave; allowed: at least one that is not</source>
        <translation>alle Bandbreiten sind 0, sodass nie etwas abginge; erlaubt: mindestens eine, die es nicht ist</translation>
    </message>
    <message>
        <source>extents of at least 1</source>
        <translation>Ausdehnungen von mindestens 1</translation>
    </message>
    <message>
        <source>from and to are both %1; allowed: two ends that differ</source>
        <translation>from und to sind beide %1; erlaubt: zwei verschiedene Enden</translation>
    </message>
    <message>
        <source>induced payload: read %1 bytes; allowed: a length, a payload of that length and another one</source>
        <translation>Nutzdaten von induced: %1 Bytes gelesen; erlaubt: eine Länge, Nutzdaten dieser Länge und weitere</translation>
    </message>
    <message>
        <source>it a second time</source>
        <translation>derselbe ein zweites Mal</translation>
    </message>
    <message>
        <source>it ended without a word, and was kept as it is</source>
        <translation>er endete ohne ein Wort und wurde behalten, wie er ist</translation>
    </message>
    <message>
        <source>it ends in the middle of the experiments that it carries</source>
        <translation>das Ende liegt mitten in den enthaltenen Experimenten</translation>
    </message>
    <message>
        <source>it has no steps, being no number; allowed: values</source>
        <translation>keine Zahl, also ohne Schritte; erlaubt: Werte</translation>
    </message>
    <message>
        <source>it has no tensor %1</source>
        <translation>der Tensor %1 fehlt</translation>
    </message>
    <message>
        <source>it has no values; allowed: at least one</source>
        <translation>ohne Werte; erlaubt: mindestens einer</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <source>it is of iteration %1</source>
        <translation>er ist von Iteration %1</translation>
    </message>
    <message>
        <source>it is there twice; allowed: every cell once</source>
        <translation>sie kommt zweimal vor; erlaubt: jede Zelle einmal</translation>
    </message>
    <message>
        <source>it sent another range than was asked for</source>
        <translation>ein anderer Bereich als der angeforderte wurde gesendet</translation>
    </message>
    <message>
        <source>it sent more than the %1 bytes allowed</source>
        <translation>mehr als die erlaubten %1 Bytes wurden gesendet</translation>
    </message>
    <message>
        <source>iteration %1, %2: the folder has %3, now it is %4</source>
        <translation>Iteration %1, %2: im Ordner steht %3, jetzt ist es %4</translation>
    </message>
    <message>
        <source>iteration %1, the weights&apos; digest: the folder has %2, now it is %3</source>
        <translation>Iteration %1, Prüfsumme der Gewichte: im Ordner steht %2, jetzt ist es %3</translation>
    </message>
    <message>
        <source>iteration %1: %2; in force: %3</source>
        <translation>Iteration %1: %2; dabei galt: %3</translation>
    </message>
    <message>
        <source>iteration %1: the folder goes on, now the run is over (%2)</source>
        <translation>Iteration %1: der Ordner geht weiter, jetzt ist der Lauf zu Ende (%2)</translation>
    </message>
    <message>
        <source>iteration: read %1; allowed: 0 to %2, as far as the run in %3 got</source>
        <translation>iteration: gelesen: %1; erlaubt: 0 bis %2, so weit wie der Lauf in %3 kam</translation>
    </message>
    <message>
        <source>iteration: read %1; allowed: a whole number from %2 on (changes are in order)</source>
        <translation>iteration: gelesen: %1; erlaubt: eine ganze Zahl ab %2 (Änderungen stehen der Reihe nach)</translation>
    </message>
    <message>
        <source>iterations that follow each other</source>
        <translation>Iterationen, die aufeinander folgen</translation>
    </message>
    <message>
        <source>iterations under way that follow each other</source>
        <translation>laufende Iterationen, die aufeinander folgen</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>latency %1; allowed: 0 to 10 s</source>
        <translation>Latenz %1; erlaubt: 0 bis 10 s</translation>
    </message>
    <message>
        <source>libcurl cannot start</source>
        <translation>libcurl lässt sich nicht starten</translation>
    </message>
    <message>
        <source>loop %1 s; allowed: more than the last time, %2 s, and at most 1e9 s</source>
        <translation>loop %1 s; erlaubt: mehr als die letzte Zeit, %2 s, und höchstens 1e9 s</translation>
    </message>
    <message>
        <source>loop: read %1; allowed: more than 0 and at most 1e9 s, as in &quot;# loop: 600 s&quot;</source>
        <translation>loop: gelesen: %1; erlaubt: mehr als 0 und höchstens 1e9 s, wie in &quot;# loop: 600 s&quot;</translation>
    </message>
    <message>
        <source>loss %1; allowed: from 0 to less than 1</source>
        <translation>Paketverlust %1; erlaubt: von 0 bis unter 1</translation>
    </message>
    <message>
        <source>members that are workers</source>
        <translation>Mitglieder, die Worker sind</translation>
    </message>
    <message>
        <source>messages, links and routes that know of each other</source>
        <translation>Nachrichten, Leitungen und Wege, die voneinander wissen</translation>
    </message>
    <message>
        <source>more bytes than %1</source>
        <translation>mehr Bytes als %1</translation>
    </message>
    <message>
        <source>more than %1 cells; allowed: up to that</source>
        <translation>mehr als %1 Zellen; erlaubt: höchstens so viele</translation>
    </message>
    <message>
        <source>more than the %1 of the row before it</source>
        <translation>mehr als die %1 der Zeile davor</translation>
    </message>
    <message>
        <source>network &quot;%1&quot; adds up whole vectors of all workers, which %2 &quot;%3&quot; does not send; allowed with it: %4, or instead of it: %5</source>
        <translation>Netzwerk &quot;%1&quot; addiert ganze Vektoren aller Worker, die %2 &quot;%3&quot; nicht sendet; erlaubt dazu: %4, oder stattdessen: %5</translation>
    </message>
    <message>
        <source>no folder with the files of %1; searched:%2</source>
        <translation>kein Ordner mit den Dateien von %1; gesucht in:%2</translation>
    </message>
    <message>
        <source>no folder with the files of %1; searched:%2
and for %3</source>
        <translation>kein Ordner mit den Dateien von %1; gesucht in:%2
und nach %3</translation>
    </message>
    <message>
        <source>no way leads from %1 to %2; allowed: a tree, in which all nodes are connected</source>
        <translation>kein Weg führt von %1 nach %2; erlaubt: ein Baum, in dem alle Knoten verbunden sind</translation>
    </message>
    <message>
        <source>no worker would be present; allowed: all but one may be away</source>
        <translation>kein Worker wäre anwesend; erlaubt: alle bis auf einen dürfen fehlen</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>kein JSON: %1</translation>
    </message>
    <message>
        <source>not a whole PNG</source>
        <translation>kein vollständiges PNG</translation>
    </message>
    <message>
        <source>not a whole SVG</source>
        <translation>kein vollständiges SVG</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing arrived for %1 s</source>
        <translation>%1 s lang kam nichts an</translation>
    </message>
    <message>
        <source>nothing varies; allowed: an axis, a cell of the list, or several seeds</source>
        <translation>nichts variiert; erlaubt: eine Achse, eine Zelle der Liste oder mehrere Startwerte</translation>
    </message>
    <message>
        <source>nothing, or stretches as in &quot;10 s to 20 s: 4 Mbit/s; 30 s to 31 s: 500 kbit/s&quot;, one after the other, up to 1e6 s, each of 1 kbit/s to 1 Tbit/s</source>
        <translation>nichts oder Abschnitte wie in &quot;10 s to 20 s: 4 Mbit/s; 30 s to 31 s: 500 kbit/s&quot;, einer nach dem anderen, bis 1e6 s, jeder mit 1 kbit/s bis 1 Tbit/s</translation>
    </message>
    <message>
        <source>of is not a list of experiments</source>
        <translation>of ist keine Liste von Experimenten</translation>
    </message>
    <message>
        <source>one-bit payload: bits are set after the last entry; allowed: zeros</source>
        <translation>Nutzdaten von one-bit: nach dem letzten Eintrag sind Bits gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>one-bit payload: read %1 bytes; allowed: the %2 of %3 pairs of means and %4 bits</source>
        <translation>Nutzdaten von one-bit: %1 Bytes gelesen; erlaubt: die %2 von %3 Paaren von Mittelwerten und %4 Bit</translation>
    </message>
    <message>
        <source>one-bit payload: the means of group %1 are %2 and %3; allowed: a finite number of at least 0 and one of at most 0</source>
        <translation>Nutzdaten von one-bit: die Mittelwerte der Gruppe %1 sind %2 und %3; erlaubt: eine endliche Zahl von mindestens 0 und eine von höchstens 0</translation>
    </message>
    <message>
        <source>packets of at least a byte</source>
        <translation>Pakete von mindestens einem Byte</translation>
    </message>
    <message>
        <source>painted: read %1; allowed: %2</source>
        <translation>painted: gelesen: %1; erlaubt: %2</translation>
    </message>
    <message>
        <source>painted: read more than %1 stretches; allowed: %2</source>
        <translation>painted: mehr als %1 Abschnitte gelesen; erlaubt: %2</translation>
    </message>
    <message>
        <source>partition %1: read %2 examples for %3 workers with %4 pieces each; allowed: at least one example a piece</source>
        <translation>Aufteilung %1: gelesen: %2 Beispiele für %3 Worker mit je %4 Stücken; erlaubt: mindestens ein Beispiel je Stück</translation>
    </message>
    <message>
        <source>partition %1: read %2 examples for %3 workers, of which %4 share the %5 of %6; allowed: at least one example a worker</source>
        <translation>Aufteilung %1: gelesen: %2 Beispiele für %3 Worker, von denen sich %4 die %5 aus %6 teilen; erlaubt: mindestens ein Beispiel je Worker</translation>
    </message>
    <message>
        <source>partition %1: read %2 examples for %3 workers; allowed: at least one example a worker</source>
        <translation>Aufteilung %1: gelesen: %2 Beispiele für %3 Worker; erlaubt: mindestens ein Beispiel je Worker</translation>
    </message>
    <message>
        <source>partition %1: read %2, which is of one source; allowed: a dataset of several, as %3</source>
        <translation>Aufteilung %1: gelesen: %2, aus nur einer Quelle; erlaubt: ein Datensatz aus mehreren, wie %3</translation>
    </message>
    <message>
        <source>partition %1: read 0 workers; allowed: at least one</source>
        <translation>Aufteilung %1: gelesen: 0 Worker; erlaubt: mindestens einer</translation>
    </message>
    <message>
        <source>position %1 is no number of the code or not in its place; allowed: strictly ascending and below %2</source>
        <translation>Position %1 ist keine Zahl des Codes oder nicht an ihrem Platz; erlaubt: streng aufsteigend und unter %2</translation>
    </message>
    <message>
        <source>positions in %1 code: %2</source>
        <translation>Positionen im Code %1: %2</translation>
    </message>
    <message>
        <source>positions: read the code %1; allowed: those below %2</source>
        <translation>Positionen: Code %1 gelesen; erlaubt: die unter %2</translation>
    </message>
    <message>
        <source>positions: the header has no parameter, or no count; allowed: up to %1 positions</source>
        <translation>Positionen: dem Header fehlt ein Parameter oder die Anzahl; erlaubt: bis zu %1 Positionen</translation>
    </message>
    <message>
        <source>power-sgd payload: read %1 bytes; allowed: the %2 of the factors and the tensors sent as they are</source>
        <translation>Nutzdaten von power-sgd: %1 Bytes gelesen; erlaubt: die %2 der Faktoren und der unverändert gesendeten Tensoren</translation>
    </message>
    <message>
        <source>quantised payload: %1</source>
        <translation>quantisierte Nutzdaten: %1</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>rand-k payload: read %1 bytes; allowed: a seed of 8 bytes and 1 to %2 values of 4</source>
        <translation>Nutzdaten von rand-k: %1 Bytes gelesen; erlaubt: ein Startwert von 8 Bytes und 1 bis %2 Werte von 4</translation>
    </message>
    <message>
        <source>rand-k positions: read %1 bytes; allowed: a seed of 8 bytes and a count of up to %2</source>
        <translation>Positionen von rand-k: %1 Bytes gelesen; erlaubt: ein Startwert von 8 Bytes und eine Anzahl bis %2</translation>
    </message>
    <message>
        <source>random-sparsification payload: read %1 bytes of values; allowed: 4 for each of the %2 positions that its seed draws</source>
        <translation>Nutzdaten von random-sparsification: %1 Bytes mit Werten gelesen; erlaubt: 4 für jede der %2 Positionen, die der Startwert zieht</translation>
    </message>
    <message>
        <source>random-sparsification payload: read %1 bytes, which end too early; allowed: values for all positions that the seed draws</source>
        <translation>Nutzdaten von random-sparsification: %1 Bytes gelesen, die zu früh enden; erlaubt: Werte für alle Positionen, die der Startwert zieht</translation>
    </message>
    <message>
        <source>random-sparsification positions: read %1 bytes and the probability %2; allowed: a seed of 8 bytes and a probability in (0, 1]</source>
        <translation>Positionen von random-sparsification: %1 Bytes und die Wahrscheinlichkeit %2 gelesen; erlaubt: ein Startwert von 8 Bytes und eine Wahrscheinlichkeit in (0, 1]</translation>
    </message>
    <message>
        <source>ranks and messages that know of each other</source>
        <translation>Ränge und Nachrichten, die voneinander wissen</translation>
    </message>
    <message>
        <source>read &quot;%1&quot; to &quot;%2&quot; in logarithmic steps; allowed: ends above 0, or scale = &quot;linear&quot;</source>
        <translation>gelesen: &quot;%1&quot; bis &quot;%2&quot; in logarithmischen Schritten; erlaubt: Enden über 0 oder scale = &quot;linear&quot;</translation>
    </message>
    <message>
        <source>read &quot;%1&quot; twice; allowed: every value once</source>
        <translation>zweimal gelesen: &quot;%1&quot;; erlaubt: jeder Wert einmal</translation>
    </message>
    <message>
        <source>read &quot;%1&quot;; allowed in a sweep&apos;s folder: the base written out</source>
        <translation>gelesen: &quot;%1&quot;; erlaubt im Ordner einer Parameterstudie: das ausgeschriebene Grundexperiment</translation>
    </message>
    <message>
        <source>read &quot;%1&quot;; allowed: %2</source>
        <translation>gelesen: &quot;%1&quot;; erlaubt: %2</translation>
    </message>
    <message>
        <source>read &quot;%1&quot;; allowed: %2 and their like</source>
        <translation>gelesen: &quot;%1&quot;; erlaubt: %2 und Ähnliches</translation>
    </message>
    <message>
        <source>read &quot;%1&quot;; allowed: a file beside the sweep&apos;s, or a shipped experiment</source>
        <translation>gelesen: &quot;%1&quot;; erlaubt: eine Datei neben der der Parameterstudie oder ein mitgeliefertes Experiment</translation>
    </message>
    <message>
        <source>read &quot;%1&quot;; allowed: a parameter as slot.key, or slot.key of a slot with a choice as in algorithm.key; seeds are listed as seeds</source>
        <translation>gelesen: &quot;%1&quot;; erlaubt: ein Parameter als slot.key oder bei einem Baustein mit Auswahl slot.key wie in algorithm.key; Startwerte stehen unter seeds</translation>
    </message>
    <message>
        <source>read &quot;%1&quot;; allowed: slot.key=value</source>
        <translation>gelesen: &quot;%1&quot;; erlaubt: slot.key=value</translation>
    </message>
    <message>
        <source>read &quot;%1&quot;; allowed: slot.key=value, seed=number or name=text</source>
        <translation>gelesen: &quot;%1&quot;; erlaubt: slot.key=value, seed=number oder name=text</translation>
    </message>
    <message>
        <source>read &quot;%1&quot;; allowed: worker.1, worker.2 and so on, one for each worker</source>
        <translation>gelesen: &quot;%1&quot;; erlaubt: worker.1, worker.2 und so weiter, einer je Worker</translation>
    </message>
    <message>
        <source>read %1 bytes after the positions; allowed: none</source>
        <translation>%1 Bytes nach den Positionen gelesen; erlaubt: keine</translation>
    </message>
    <message>
        <source>read %1 bytes of levels; allowed: the %2 of these entries</source>
        <translation>%1 Bytes mit Stufen gelesen; erlaubt: die %2 dieser Einträge</translation>
    </message>
    <message>
        <source>read %1 bytes of symbols; allowed: the %2 of %3 entries</source>
        <translation>%1 Bytes mit Symbolen gelesen; erlaubt: die %2 von %3 Einträgen</translation>
    </message>
    <message>
        <source>read %1 bytes, which end too early; allowed: the code of %2 positions</source>
        <translation>%1 Bytes gelesen, die zu früh enden; erlaubt: der Code von %2 Positionen</translation>
    </message>
    <message>
        <source>read %1 bytes; allowed: 8 and more</source>
        <translation>gelesen: %1 Bytes; erlaubt: 8 und mehr</translation>
    </message>
    <message>
        <source>read %1 bytes; allowed: the %2 of %3 entries</source>
        <translation>%1 Bytes gelesen; erlaubt: die %2 von %3 Einträgen</translation>
    </message>
    <message>
        <source>read %1 bytes; allowed: the %2 or more of %3 entries</source>
        <translation>%1 Bytes gelesen; erlaubt: die %2 oder mehr von %3 Einträgen</translation>
    </message>
    <message>
        <source>read %1 bytes; allowed: two means of 4 bytes and their positions</source>
        <translation>%1 Bytes gelesen; erlaubt: zwei Mittelwerte von 4 Bytes und ihre Positionen</translation>
    </message>
    <message>
        <source>read %1 marks; allowed: %2</source>
        <translation>%1 Marken gelesen; erlaubt: %2</translation>
    </message>
    <message>
        <source>read %1; allowed: %2 or %3</source>
        <translation>gelesen: %1; erlaubt: %2 oder %3</translation>
    </message>
    <message>
        <source>read %1; allowed: a whole number of milliseconds, 0 to 1e12</source>
        <translation>gelesen: %1; erlaubt: eine ganze Zahl von Millisekunden, 0 bis 1e12</translation>
    </message>
    <message>
        <source>read %1; allowed: at least the %2 of the line before it</source>
        <translation>gelesen: %1; erlaubt: mindestens die %2 der Zeile davor</translation>
    </message>
    <message>
        <source>read %1; its checksum is of another line; allowed: what it was, or no &quot;check&quot;</source>
        <translation>gelesen: %1; die Prüfsumme gehört zu einer anderen Zeile; erlaubt: die Zeile, wie sie war, oder kein &quot;check&quot;</translation>
    </message>
    <message>
        <source>read a distance from entry %1 on that leads beyond the last of %2</source>
        <translation>ab Eintrag %1 einen Abstand gelesen, der über den letzten von %2 hinausführt</translation>
    </message>
    <message>
        <source>read a header of %1 bytes in a file of %2; allowed: at most the file and %3</source>
        <translation>gelesen: ein Header von %1 Bytes in einer Datei von %2; erlaubt: höchstens so groß wie die Datei, und höchstens %3</translation>
    </message>
    <message>
        <source>read a level at entry %1 that is out of range; allowed: 1 to %2</source>
        <translation>bei Eintrag %1 eine Stufe außerhalb des Bereichs gelesen; erlaubt: 1 bis %2</translation>
    </message>
    <message>
        <source>read a mark at entry %1; allowed: %2 marks among %3 entries</source>
        <translation>eine Marke bei Eintrag %1 gelesen; erlaubt: %2 Marken unter %3 Einträgen</translation>
    </message>
    <message>
        <source>read a mean magnitude of %1; allowed: finite numbers that are not negative</source>
        <translation>einen mittleren Betrag von %1 gelesen; erlaubt: endliche, nicht negative Zahlen</translation>
    </message>
    <message>
        <source>read a norm of %1; allowed: finite numbers that are not negative</source>
        <translation>eine Norm von %1 gelesen; erlaubt: endliche, nicht negative Zahlen</translation>
    </message>
    <message>
        <source>read a scale of bits %1; allowed: those of finite numbers that are not negative</source>
        <translation>eine Skala mit der Bitfolge %1 gelesen; erlaubt: die von endlichen, nicht negativen Zahlen</translation>
    </message>
    <message>
        <source>read a shape with other than whole numbers</source>
        <translation>gelesen: ein shape mit anderem als ganzen Zahlen</translation>
    </message>
    <message>
        <source>read an exponent of 255; allowed: 0 to 254</source>
        <translation>einen Exponenten von 255 gelesen; erlaubt: 0 bis 254</translation>
    </message>
    <message>
        <source>read data_offsets other than whole numbers</source>
        <translation>gelesen: data_offsets, die keine ganzen Zahlen sind</translation>
    </message>
    <message>
        <source>read data_offsets that end before they begin</source>
        <translation>gelesen: data_offsets, die vor ihrem Anfang enden</translation>
    </message>
    <message>
        <source>read level %1; allowed: 0 to %2</source>
        <translation>Stufe %1 gelesen; erlaubt: 0 bis %2</translation>
    </message>
    <message>
        <source>read no dtype</source>
        <translation>gelesen: kein dtype</translation>
    </message>
    <message>
        <source>read no object</source>
        <translation>gelesen: kein Objekt</translation>
    </message>
    <message>
        <source>read no pair of data_offsets</source>
        <translation>gelesen: kein Paar von data_offsets</translation>
    </message>
    <message>
        <source>read no shape</source>
        <translation>gelesen: kein shape</translation>
    </message>
    <message>
        <source>read position %1 for both signs; allowed: for one</source>
        <translation>Position %1 für beide Vorzeichen gelesen; erlaubt: für eines</translation>
    </message>
    <message>
        <source>read the parameter %1; allowed: a width of at most 32, an m of at most 31, an M of at least 1, or 0</source>
        <translation>Parameter %1 gelesen; erlaubt: eine Breite von höchstens 32, ein m von höchstens 31, ein M von mindestens 1 oder 0</translation>
    </message>
    <message>
        <source>reading %1 was called off</source>
        <translation>Lesen von %1 abgebrochen</translation>
    </message>
    <message>
        <source>related: a list of topics is allowed</source>
        <translation>related: erlaubt ist eine Liste von Themen</translation>
    </message>
    <message>
        <source>rounds that follow each other</source>
        <translation>Runden, die aufeinander folgen</translation>
    </message>
    <message>
        <source>rows: read %1; allowed: a divisor of d = %2</source>
        <translation>rows: gelesen: %1; erlaubt: ein Teiler von d = %2</translation>
    </message>
    <message>
        <source>run folder %1: it exists and is not empty; choose another, or ask for overwriting</source>
        <translation>Laufordner %1: es gibt ihn schon, und er ist nicht leer; einen anderen wählen oder überschreiben lassen</translation>
    </message>
    <message>
        <source>run folder %1: somebody else is writing a run there</source>
        <translation>Laufordner %1: dort wird schon ein anderer Lauf geschrieben</translation>
    </message>
    <message>
        <source>run folder %1: there is a file of that name</source>
        <translation>Laufordner %1: eine Datei heißt schon so</translation>
    </message>
    <message>
        <source>scale: read %1; allowed: linear or log</source>
        <translation>scale: gelesen: %1; erlaubt: linear oder log</translation>
    </message>
    <message>
        <source>seed: read &quot;%1&quot;; allowed: a whole number from 0 to 18446744073709551615</source>
        <translation>seed: gelesen: &quot;%1&quot;; erlaubt: eine ganze Zahl von 0 bis 18446744073709551615</translation>
    </message>
    <message>
        <source>seed: read %1; allowed: a whole number</source>
        <translation>seed: gelesen: %1; erlaubt: eine ganze Zahl</translation>
    </message>
    <message>
        <source>seeds: read %1 twice; allowed: every seed once</source>
        <translation>seeds: zweimal gelesen: %1; erlaubt: jeder Startwert einmal</translation>
    </message>
    <message>
        <source>server, as src is a worker</source>
        <translation>server, da src ein Worker ist</translation>
    </message>
    <message>
        <source>server, or worker0 to worker%1</source>
        <translation>server oder worker0 bis worker%1</translation>
    </message>
    <message>
        <source>sign payload: bits are set after the last sign; allowed: zeros</source>
        <translation>Nutzdaten von sign: nach dem letzten Vorzeichen sind Bits gesetzt; erlaubt: Nullen</translation>
    </message>
    <message>
        <source>sign payload: read %1 bytes; allowed: the %2 of %3 entries, or none for zeros</source>
        <translation>Nutzdaten von sign: %1 Bytes gelesen; erlaubt: die %2 von %3 Einträgen oder keine für Nullen</translation>
    </message>
    <message>
        <source>something else than a file</source>
        <translation>etwas anderes als eine Datei</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>Stufe %1: %2</translation>
    </message>
    <message>
        <source>step %1: latency and loss are in every step or in none</source>
        <translation>Stufe %1: Latenz und Paketverlust stehen in jeder Stufe oder in keiner</translation>
    </message>
    <message>
        <source>step %1: time %2; allowed: 0 s for the first</source>
        <translation>Stufe %1: Zeit %2; erlaubt: 0 s für die erste</translation>
    </message>
    <message>
        <source>step %1: time %2; allowed: 0 to 1e9 s</source>
        <translation>Stufe %1: Zeit %2; erlaubt: 0 bis 1e9 s</translation>
    </message>
    <message>
        <source>step %1: time %2; allowed: later than the %3 s of the step before it</source>
        <translation>Stufe %1: Zeit %2; erlaubt: später als die %3 s der Stufe davor</translation>
    </message>
    <message>
        <source>steps: read %1; allowed: 2 to %2, both ends included</source>
        <translation>steps: gelesen: %1; erlaubt: 2 bis %2, beide Enden eingeschlossen</translation>
    </message>
    <message>
        <source>steps: read %1; allowed: how many values that makes, both ends included</source>
        <translation>steps: gelesen: %1; erlaubt: wie viele Werte das ergibt, beide Enden eingeschlossen</translation>
    </message>
    <message>
        <source>strom payload: read %1 bytes and the threshold %2; allowed: 4 bytes of a positive one, then the entries</source>
        <translation>Nutzdaten von strom: %1 Bytes und die Schwelle %2 gelesen; erlaubt: 4 Bytes einer positiven Schwelle, dann die Einträge</translation>
    </message>
    <message>
        <source>strom payload: read %1 bytes of signs; allowed: a bit for each of %2 positions, then zeros</source>
        <translation>Nutzdaten von strom: %1 Bytes mit Vorzeichen gelesen; erlaubt: ein Bit für jede von %2 Positionen, dann Nullen</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>tables, %1</source>
        <translation>Tabellen, %1</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;, entry %2 (entry %3 of the whole vector): read %4; only finite numbers can be compressed</source>
        <translation>Tensor &quot;%1&quot;, Eintrag %2 (Eintrag %3 des ganzen Vektors): gelesen: %4; nur endliche Zahlen lassen sich komprimieren</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: a column&apos;s length is beyond float; allowed: smaller entries</source>
        <translation>Tensor &quot;%1&quot;: die Länge einer Spalte passt nicht in float; erlaubt: kleinere Einträge</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: its norm is %2, beyond float; allowed: smaller entries, or the largest magnitude as norm</source>
        <translation>Tensor &quot;%1&quot;: seine Norm ist %2 und passt nicht in float; erlaubt: kleinere Einträge oder der größte Betrag als Norm</translation>
    </message>
    <message>
        <source>tensor %1: %2</source>
        <translation>Tensor %1: %2</translation>
    </message>
    <message>
        <source>tensor %1: read %2 bytes; allowed: %3</source>
        <translation>Tensor %1: gelesen: %2 Bytes; erlaubt: %3</translation>
    </message>
    <message>
        <source>tensor %1: read a value that is not finite</source>
        <translation>Tensor %1: gelesen: ein Wert, der nicht endlich ist</translation>
    </message>
    <message>
        <source>tensor %1: read dtype %2; allowed: F32</source>
        <translation>Tensor %1: gelesen: dtype %2; erlaubt: F32</translation>
    </message>
    <message>
        <source>tensor %1: read shape %2; allowed: %3</source>
        <translation>Tensor %1: gelesen: Form %2; erlaubt: %3</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>the bytes end at entry %1</source>
        <translation>die Bytes enden bei Eintrag %1</translation>
    </message>
    <message>
        <source>the card has no table for its picture</source>
        <translation>die Karte hat keine Tabelle für ihr Bild</translation>
    </message>
    <message>
        <source>the checkpoint is another experiment&apos;s</source>
        <translation>der Sicherungspunkt gehört zu einem anderen Experiment</translation>
    </message>
    <message>
        <source>the checkpoint is of version %1 of the program; allowed: %2</source>
        <translation>der Sicherungspunkt ist von Version %1 des Programms; erlaubt: %2</translation>
    </message>
    <message>
        <source>the checkpoint of iteration %1 is not used: %2</source>
        <translation>der Sicherungspunkt von Iteration %1 wird nicht benutzt: %2</translation>
    </message>
    <message>
        <source>the checkpoint of iteration %1: %2</source>
        <translation>der Sicherungspunkt von Iteration %1: %2</translation>
    </message>
    <message>
        <source>the checksum differs: read MD5 %1 of %2 bytes; allowed: %3</source>
        <translation>die Prüfsumme weicht ab: gelesen: MD5 %1 von %2 Bytes; erlaubt: %3</translation>
    </message>
    <message>
        <source>the checksum of the text that it carries is of another text</source>
        <translation>die Prüfsumme des enthaltenen Textes gehört zu einem anderen Text</translation>
    </message>
    <message>
        <source>the clock of the network has reached 1e9 s of simulated time, where it ends; allowed: shorter compute times, or faster links</source>
        <translation>die Uhr des Netzwerks hat 1e9 s simulierter Zeit erreicht, wo sie endet; erlaubt: kürzere Rechenzeiten oder schnellere Leitungen</translation>
    </message>
    <message>
        <source>the downlink of worker %1</source>
        <translation>der Downlink von Worker %1</translation>
    </message>
    <message>
        <source>the experiments that it carries are not text</source>
        <translation>die enthaltenen Experimente sind kein Text</translation>
    </message>
    <message>
        <source>the folder has no digests of the weights: figures are compared alone</source>
        <translation>der Ordner enthält keine Prüfsummen der Gewichte: nur die Kennzahlen werden verglichen</translation>
    </message>
    <message>
        <source>the header is not a JSON object</source>
        <translation>der Header ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the heterogeneity zeta^2 is %1; allowed: 0 or more</source>
        <translation>die Heterogenität zeta^2 ist %1; erlaubt: 0 oder mehr</translation>
    </message>
    <message>
        <source>the heterogeneity&apos;s growth Z is %1; allowed: 1 or more</source>
        <translation>das Wachstum Z der Heterogenität ist %1; erlaubt: 1 oder mehr</translation>
    </message>
    <message>
        <source>the initial gap F0 is %1; allowed: 0 or more</source>
        <translation>der Anfangsabstand F0 ist %1; erlaubt: 0 oder mehr</translation>
    </message>
    <message>
        <source>the kept fraction delta is %1; allowed: more than 0, at most 1</source>
        <translation>der behaltene Anteil delta ist %1; erlaubt: mehr als 0, höchstens 1</translation>
    </message>
    <message>
        <source>the last bandwidth is 0 and stays so, so that nothing would ever leave; allowed: a last step with bandwidth, or a loop</source>
        <translation>die letzte Bandbreite ist und bleibt 0, sodass nie mehr etwas abginge; erlaubt: eine letzte Stufe mit Bandbreite oder eine Wiederholung (loop)</translation>
    </message>
    <message>
        <source>the last line is 0; allowed: more, as it is the period</source>
        <translation>die letzte Zeile ist 0; erlaubt: mehr, da sie die Periode ist</translation>
    </message>
    <message>
        <source>the last step has no end at which anything leaves; allowed: a loop</source>
        <translation>die letzte Stufe hat kein Ende, an dem etwas abgeht; erlaubt: eine Wiederholung (loop)</translation>
    </message>
    <message>
        <source>the learning rate gamma is %1; allowed: more than 0, at most %2</source>
        <translation>die Lernrate gamma ist %1; erlaubt: mehr als 0, höchstens %2</translation>
    </message>
    <message>
        <source>the link from %1 to %2</source>
        <translation>die Leitung von %1 nach %2</translation>
    </message>
    <message>
        <source>the loss of worker %1 is not a finite number; the largest weight is %2 in %3</source>
        <translation>der Verlust von Worker %1 ist keine endliche Zahl; das größte Gewicht ist %2 in %3</translation>
    </message>
    <message>
        <source>the loss of worker %1 is not a finite number; the largest weight is no weight</source>
        <translation>der Verlust von Worker %1 ist keine endliche Zahl; ein größtes Gewicht gibt es nicht</translation>
    </message>
    <message>
        <source>the messages would take up to %1 s; allowed: at most 1e9 s</source>
        <translation>die Nachrichten würden bis zu %1 s brauchen; erlaubt: höchstens 1e9 s</translation>
    </message>
    <message>
        <source>the network delivers nothing any more: %1 loses so many packets that some are still missing after %2 attempts; allowed: a loss with which every packet arrives in fewer</source>
        <translation>das Netzwerk stellt nichts mehr zu: %1 verliert so viele Pakete, dass nach %2 Versuchen noch welche fehlen; erlaubt: ein Paketverlust, bei dem jedes Paket mit weniger Versuchen ankommt</translation>
    </message>
    <message>
        <source>the network delivers nothing any more: %1 would be busy beyond 1e9 s of simulated time; allowed: a bandwidth, or a trace, that carries every message before that</source>
        <translation>das Netzwerk stellt nichts mehr zu: %1 wäre über 1e9 s simulierter Zeit hinaus belegt; erlaubt: eine Bandbreite oder ein Verlauf, womit jede Nachricht vorher ankommt</translation>
    </message>
    <message>
        <source>the noise&apos;s growth M is %1; allowed: 0 or more</source>
        <translation>das Wachstum M des Rauschens ist %1; erlaubt: 0 oder mehr</translation>
    </message>
    <message>
        <source>the noise&apos;s variance sigma^2 is %1; allowed: 0 or more</source>
        <translation>die Varianz sigma^2 des Rauschens ist %1; erlaubt: 0 oder mehr</translation>
    </message>
    <message>
        <source>the number of iterations T is %1; allowed: more than 0</source>
        <translation>die Zahl T der Iterationen ist %1; erlaubt: mehr als 0</translation>
    </message>
    <message>
        <source>the number of workers is %1; allowed: 1 or more</source>
        <translation>die Zahl der Worker ist %1; erlaubt: 1 oder mehr</translation>
    </message>
    <message>
        <source>the port of worker %1</source>
        <translation>der Anschluss von Worker %1</translation>
    </message>
    <message>
        <source>the run could not go on: %1</source>
        <translation>der Lauf konnte nicht weitergehen: %1</translation>
    </message>
    <message>
        <source>the server&apos;s incoming link</source>
        <translation>die eingehende Leitung des Servers</translation>
    </message>
    <message>
        <source>the server&apos;s outgoing link</source>
        <translation>die ausgehende Leitung des Servers</translation>
    </message>
    <message>
        <source>the smoothness L is %1; allowed: more than 0</source>
        <translation>die Glattheit L ist %1; erlaubt: mehr als 0</translation>
    </message>
    <message>
        <source>the staleness tau is %1; allowed: 0 or more</source>
        <translation>die Veraltung tau ist %1; erlaubt: 0 oder mehr</translation>
    </message>
    <message>
        <source>the state does not fit: %1 bytes are left over at its end</source>
        <translation>der Zustand passt nicht: %1 Bytes bleiben am Ende übrig</translation>
    </message>
    <message>
        <source>the state does not fit: expected %1</source>
        <translation>der Zustand passt nicht: erwartet: %1</translation>
    </message>
    <message>
        <source>the state does not fit: read a length of %1; expected %2</source>
        <translation>der Zustand passt nicht: gelesen: Länge %1; erwartet: %2</translation>
    </message>
    <message>
        <source>the state does not fit: read the part &quot;%1&quot;; expected &quot;%2&quot;</source>
        <translation>der Zustand passt nicht: gelesen: Teil &quot;%1&quot;; erwartet: &quot;%2&quot;</translation>
    </message>
    <message>
        <source>the state ends too early</source>
        <translation>der Zustand endet zu früh</translation>
    </message>
    <message>
        <source>the state ends too early: read a length of %1, and only %2 bytes follow</source>
        <translation>der Zustand endet zu früh: gelesen: Länge %1, aber nur %2 Bytes folgen</translation>
    </message>
    <message>
        <source>the state is of another iteration</source>
        <translation>der Zustand ist von einer anderen Iteration</translation>
    </message>
    <message>
        <source>the tensors&apos; data_offsets do not cover its %1 bytes of data; allowed: no gaps, no overlaps, nothing beyond the end</source>
        <translation>die data_offsets der Tensoren decken die %1 Bytes Daten nicht ab; erlaubt: keine Lücken, keine Überlappungen, nichts über das Ende hinaus</translation>
    </message>
    <message>
        <source>the uplink of worker %1</source>
        <translation>der Uplink von Worker %1</translation>
    </message>
    <message>
        <source>the weights of %1 are not finite numbers any more</source>
        <translation>die Gewichte von %1 sind keine endlichen Zahlen mehr</translation>
    </message>
    <message>
        <source>the weights of no single tensor are not finite numbers any more</source>
        <translation>die Gewichte sind keine endlichen Zahlen mehr, ohne dass es an einem einzelnen Tensor liegt</translation>
    </message>
    <message>
        <source>the wire from %1 to %2 closes a cycle; allowed: a tree, with one way between any two nodes</source>
        <translation>die Leitung von %1 nach %2 schließt einen Kreis; erlaubt: ein Baum, mit genau einem Weg zwischen je zwei Knoten</translation>
    </message>
    <message>
        <source>there is no column %1; allowed: %2</source>
        <translation>Spalte %1 fehlt; erlaubt: %2</translation>
    </message>
    <message>
        <source>there is no header; allowed: %1</source>
        <translation>die Kopfzeile fehlt; erlaubt: %1</translation>
    </message>
    <message>
        <source>there is no journal.jsonl: changes made during the run are not known</source>
        <translation>es gibt kein journal.jsonl: Änderungen während des Laufs sind nicht bekannt</translation>
    </message>
    <message>
        <source>there is no line; allowed: one or more</source>
        <translation>es gibt keine Zeile; erlaubt: eine oder mehr</translation>
    </message>
    <message>
        <source>there is no row after the header</source>
        <translation>nach der Kopfzeile folgt keine Zeile</translation>
    </message>
    <message>
        <source>there is no step; allowed: one or more</source>
        <translation>es gibt keine Stufe; erlaubt: eine oder mehr</translation>
    </message>
    <message>
        <source>there is no summary.json: the run did not come to its end</source>
        <translation>es gibt keine summary.json: Der Lauf kam nicht an sein Ende</translation>
    </message>
    <message>
        <source>there is no wire; allowed: a tree</source>
        <translation>es gibt keine Leitung; erlaubt: ein Baum</translation>
    </message>
    <message>
        <source>trace generator</source>
        <translation>Verlaufsgenerator</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>uncompressed payload: read %1 bytes; this model&apos;s have %2</source>
        <translation>unkomprimierte Nutzdaten: %1 Bytes gelesen; die dieses Modells haben %2</translation>
    </message>
    <message>
        <source>unknown %1 &quot;%2&quot;; allowed: %3</source>
        <translation>%1 &quot;%2&quot; ist unbekannt; erlaubt: %3</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;; %2 has nothing to set</source>
        <translation>Schlüssel &quot;%1&quot; ist unbekannt; bei %2 gibt es nichts einzustellen</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;; allowed: name, summary, seed or a parameter as slot.key</source>
        <translation>Schlüssel &quot;%1&quot; ist unbekannt; erlaubt: name, summary, seed oder ein Parameter als slot.key</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;; there is nothing to set here</source>
        <translation>Schlüssel &quot;%1&quot; ist unbekannt; hier gibt es nichts einzustellen</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>up to %1 numbers</source>
        <translation>bis zu %1 Zahlen</translation>
    </message>
    <message>
        <source>weights of this model</source>
        <translation>Gewichte dieses Modells</translation>
    </message>
    <message>
        <source>whole vector: read %1 bytes; this model&apos;s have %2</source>
        <translation>ganzer Vektor: %1 Bytes gelesen; die dieses Modells haben %2</translation>
    </message>
    <message>
        <source>worker %1: %2</source>
        <translation>Worker %1: %2</translation>
    </message>
    <message>
        <source>worker: read %1; allowed: tables, [worker.1] and so on</source>
        <translation>worker: gelesen: %1; erlaubt: Tabellen, [worker.1] und so weiter</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Worker</translation>
    </message>
    <message>
        <source>*May change while it runs.*</source>
        <translation>*Änderbar, während es läuft.*</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Worker</translation>
    </message>
    <message>
        <source>A bandwidth of random magnitude, held for a time.</source>
        <translation>Eine Bandbreite zufälliger Größe, eine Zeit lang gehalten.</translation>
    </message>
    <message>
        <source>After this the trace begins again.</source>
        <translation>Danach beginnt der Verlauf von vorn.</translation>
    </message>
    <message>
        <source>Algorithms</source>
        <translation>Algorithmen</translation>
    </message>
    <message>
        <source>Always the same bandwidth.</source>
        <translation>Immer dieselbe Bandbreite.</translation>
    </message>
    <message>
        <source>As `network.trace` in an experiment, or as `--trace LINK=NAME` of `telegrad-cli network`.</source>
        <translation>Als `network.trace` in einem Experiment oder als `--trace LINK=NAME` von `telegrad-cli network`.</translation>
    </message>
    <message>
        <source>B1(α, β): α ‖x‖² ≤ E ‖C(x)‖² ≤ β ⟨E C(x), x⟩</source>
        <translation>B1(α, β): α ‖x‖² ≤ E ‖C(x)‖² ≤ β ⟨E C(x), x⟩</translation>
    </message>
    <message>
        <source>B2(γ, β): both γ ‖x‖² and E ‖C(x)‖² / β are at most ⟨E C(x), x⟩</source>
        <translation>B2(γ, β): sowohl γ ‖x‖² als auch E ‖C(x)‖² / β sind höchstens ⟨E C(x), x⟩</translation>
    </message>
    <message>
        <source>B3(δ): E ‖C(x) − x‖² ≤ (1 − 1/δ) ‖x‖²</source>
        <translation>B3(δ): E ‖C(x) − x‖² ≤ (1 − 1/δ) ‖x‖²</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Bandwidth in the first part of a period.</source>
        <translation>Bandbreite im ersten Teil einer Periode.</translation>
    </message>
    <message>
        <source>Bandwidth in the second part.</source>
        <translation>Bandbreite im zweiten Teil.</translation>
    </message>
    <message>
        <source>Bandwidth of the first state.</source>
        <translation>Bandbreite des ersten Zustands.</translation>
    </message>
    <message>
        <source>Bandwidth of the first step.</source>
        <translation>Bandbreite des ersten Schritts.</translation>
    </message>
    <message>
        <source>Bandwidth of the second state.</source>
        <translation>Bandbreite des zweiten Zustands.</translation>
    </message>
    <message>
        <source>Bandwidth that swings around a mean.</source>
        <translation>Eine Bandbreite, die um ein Mittel schwingt.</translation>
    </message>
    <message>
        <source>Bandwidths that change over time.</source>
        <translation>Bandbreiten, die sich mit der Zeit ändern.</translation>
    </message>
    <message>
        <source>Besides: %1 ([shared](#shared-parameters)).</source>
        <translation>Außerdem: %1 ([gemeinsame](#shared-parameters)).</translation>
    </message>
    <message>
        <source>C(x) = χ x rounded to a whole number, divided by χ</source>
        <translation>C(x) = χ x auf eine ganze Zahl gerundet, geteilt durch χ</translation>
    </message>
    <message>
        <source>C(x) = ‖x‖₁ / d · sign(x)</source>
        <translation>C(x) = ‖x‖₁ / d · sign(x)</translation>
    </message>
    <message>
        <source>C(x) keeps the k entries of largest magnitude; ‖C(x) − x‖² ≤ (1 − k/d) ‖x‖²</source>
        <translation>C(x) behält die k Einträge mit den größten Beträgen; ‖C(x) − x‖² ≤ (1 − k/d) ‖x‖²</translation>
    </message>
    <message>
        <source>C_ind(x) = C(x) + Q(x − C(x)), with ζ_ind = 1 + (ζ − 1)(1 − 1/δ)</source>
        <translation>C_ind(x) = C(x) + Q(x − C(x)), mit ζ_ind = 1 + (ζ − 1)(1 − 1/δ)</translation>
    </message>
    <message>
        <source>Chooses itself: %1.</source>
        <translation>Wählt selbst: %1.</translation>
    </message>
    <message>
        <source>D-SGD&apos;s iteration takes T_comp + b + S_g / a</source>
        <translation>eine Iteration von D-SGD dauert T_comp + b + S_g / a</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>DeCo chooses the δ and τ with the smallest φ(δ, τ) for which T(δ, τ) = T_comp</source>
        <translation>DeCo wählt die δ und τ mit dem kleinsten φ(δ, τ), bei denen T(δ, τ) = T_comp ist</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>E f(x^k) − f* ≤ (1 − η μ / δ)^k (f(x^0) − f*), for steps η of at most 1/L</source>
        <translation>E f(x^k) − f* ≤ (1 − η μ / δ)^k (f(x^0) − f*), für Schrittweiten η von höchstens 1/L</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>High and low bandwidth in turns.</source>
        <translation>Hohe und niedrige Bandbreite im Wechsel.</translation>
    </message>
    <message>
        <source>High for</source>
        <translation>Hoch für</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchste</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Haltezeit</translation>
    </message>
    <message>
        <source>How far it swings, as a share of the mean.</source>
        <translation>Wie weit sie schwingt, als Anteil des Mittels.</translation>
    </message>
    <message>
        <source>How long each bandwidth holds.</source>
        <translation>Wie lange jede Bandbreite gilt.</translation>
    </message>
    <message>
        <source>In %1.</source>
        <translation>In %1.</translation>
    </message>
    <message>
        <source>In experiment files: the table `[%1]`, with `key` and these parameters. On the command line: `--set %1.key=...`.</source>
        <translation>In Experimentdateien: die Tabelle `[%1]` mit `key` und diesen Parametern. Auf der Befehlszeile: `--set %1.key=...`.</translation>
    </message>
    <message>
        <source>In experiment files: the table `[%1]`.</source>
        <translation>In Experimentdateien: die Tabelle `[%1]`.</translation>
    </message>
    <message>
        <source>In experiment files: the table `[worker.3]` for the third worker.</source>
        <translation>In Experimentdateien: die Tabelle `[worker.3]` für den dritten Worker.</translation>
    </message>
    <message>
        <source>Length of a full wave.</source>
        <translation>Länge einer ganzen Welle.</translation>
    </message>
    <message>
        <source>Length of the first part.</source>
        <translation>Länge des ersten Teils.</translation>
    </message>
    <message>
        <source>Length of the second part.</source>
        <translation>Länge des zweiten Teils.</translation>
    </message>
    <message>
        <source>Log-uniform</source>
        <translation>Loggleichverteilt</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Low for</source>
        <translation>Niedrig für</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigste</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean bandwidth of a period.</source>
        <translation>Mittlere Bandbreite einer Periode.</translation>
    </message>
    <message>
        <source>Mean time in the first state.</source>
        <translation>Mittlere Zeit im ersten Zustand.</translation>
    </message>
    <message>
        <source>Mean time in the second state.</source>
        <translation>Mittlere Zeit im zweiten Zustand.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>Not where %1.</source>
        <translation>Nicht, wo %1.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Off for</source>
        <translation>Aus für</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On and off</source>
        <translation>An und aus</translation>
    </message>
    <message>
        <source>On for</source>
        <translation>An für</translation>
    </message>
    <message>
        <source>Only where %1.</source>
        <translation>Nur, wo %1.</translation>
    </message>
    <message>
        <source>P = orthonormal columns of M Q, Q becomes M transposed times P, and C(M) = P times Q transposed</source>
        <translation>P = orthonormale Spalten von M Q, Q wird zu M transponiert mal P, und C(M) = P mal Q transponiert</translation>
    </message>
    <message>
        <source>Parameters: %1 ([shared](#shared-parameters)).</source>
        <translation>Parameter: %1 ([gemeinsame](#shared-parameters)).</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Aufteilungen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>Messgrößen</translation>
    </message>
    <message>
        <source>Random walk</source>
        <translation>Irrfahrt</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Rezepte</translation>
    </message>
    <message>
        <source>Shared parameters</source>
        <translation>Gemeinsame Parameter</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Standard deviation of the logarithm&apos;s change from step to step.</source>
        <translation>Standardabweichung der Änderung des Logarithmus von Schritt zu Schritt.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>Ausschlag</translation>
    </message>
    <message>
        <source>T(δ, τ) = the largest of T_comp, δ S_g / a and (T_comp + b + δ S_g / a) / (τ + 1)</source>
        <translation>T(δ, τ) = das größte von T_comp, δ S_g / a und (T_comp + b + δ S_g / a) / (τ + 1)</translation>
    </message>
    <message>
        <source>The bandwidth is never less.</source>
        <translation>Die Bandbreite ist nie kleiner.</translation>
    </message>
    <message>
        <source>The bandwidth is never more.</source>
        <translation>Die Bandbreite ist nie größer.</translation>
    </message>
    <message>
        <source>The bandwidth&apos;s logarithm walks at random.</source>
        <translation>Der Logarithmus der Bandbreite macht eine Irrfahrt.</translation>
    </message>
    <message>
        <source>The bandwidth, all the time.</source>
        <translation>Die Bandbreite, die ganze Zeit.</translation>
    </message>
    <message>
        <source>The same for all entries that name them.</source>
        <translation>Gleich für alle Einträge, die sie nennen.</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Two bandwidths, the time in each is random (a Markov chain).</source>
        <translation>Zwei Bandbreiten; die Zeit in jeder ist zufällig (eine Markow-Kette).</translation>
    </message>
    <message>
        <source>U(ζ): the mean of C(x) is x, and E ‖C(x)‖² ≤ ζ ‖x‖²</source>
        <translation>U(ζ): das Mittel von C(x) ist x, und E ‖C(x)‖² ≤ ζ ‖x‖²</translation>
    </message>
    <message>
        <source>What is measured in a run: the columns of its CSV files, the curves and their axes.</source>
        <translation>Was in einem Lauf gemessen wird: die Spalten seiner CSV-Dateien, die Kurven und ihre Achsen.</translation>
    </message>
    <message>
        <source>What is shipped, in the order of their names.</source>
        <translation>Was mitgeliefert wird, nach Namen geordnet.</translation>
    </message>
    <message>
        <source>What is shipped.</source>
        <translation>Was mitgeliefert wird.</translation>
    </message>
    <message>
        <source>What other traces can be made with: &quot;square; high = 50 Mbit/s; seed = 1&quot;. What is left out has its default.</source>
        <translation>Womit andere Verläufe gemacht werden können: „square; high = 50 Mbit/s; seed = 1“. Was fehlt, hat seinen Anfangswert.</translation>
    </message>
    <message>
        <source>`%1` is %2</source>
        <translation>`%1` %2 ist</translation>
    </message>
    <message>
        <source>`%1` is not %2</source>
        <translation>`%1` nicht %2 ist</translation>
    </message>
    <message>
        <source>`telegrad-cli run NAME`, or *File &gt; Shipped experiments* in the window. The files are in `resources/experiments` of the sources.</source>
        <translation>`telegrad-cli run NAME`, oder *Datei &gt; Mitgelieferte Experimente* im Fenster. Die Dateien stehen in `resources/experiments` der Quellen.</translation>
    </message>
    <message>
        <source>a Top-k upload&apos;s payload is 32 k bits, with max(1, floor(ρ d_l)) entries of each tensor l</source>
        <translation>die Nutzdaten eines Top-k-Uploads sind 32 k Bits, mit max(1, abgerundet(ρ d_l)) Einträgen jedes Tensors l</translation>
    </message>
    <message>
        <source>a dense upload&apos;s payload is 32 d bits</source>
        <translation>die Nutzdaten eines dichten Uploads sind 32 d Bits</translation>
    </message>
    <message>
        <source>a message of that many bytes takes 8 · bytes / rate + latency</source>
        <translation>eine Nachricht von so vielen Bytes braucht 8 · Bytes / Rate + Latenz</translation>
    </message>
    <message>
        <source>an entry becomes n sign(x) with probability |x| / n, else 0</source>
        <translation>ein Eintrag wird zu n sign(x) mit Wahrscheinlichkeit |x| / n, sonst zu 0</translation>
    </message>
    <message>
        <source>an entry becomes the mean of the entries on its side of zero</source>
        <translation>ein Eintrag wird zum Mittel der Einträge auf seiner Seite von null</translation>
    </message>
    <message>
        <source>an entry between 2^a and 2^(a+1) becomes 2^(a+1) with probability |x|/2^a − 1, else 2^a, with its own sign</source>
        <translation>ein Eintrag zwischen 2^a und 2^(a+1) wird zu 2^(a+1) mit Wahrscheinlichkeit |x|/2^a − 1, sonst zu 2^a, mit seinem eigenen Vorzeichen</translation>
    </message>
    <message>
        <source>at the mask worker i&apos;s model p becomes p + Q − q and the shared copy G becomes G + Q; then p becomes p − γ times its gradient</source>
        <translation>auf der Maske wird das Modell p von Worker i zu p + Q − q und die gemeinsame Kopie G zu G + Q; dann wird p zu p − γ mal seinem Gradienten</translation>
    </message>
    <message>
        <source>c = a (t − T) / 2 bits may be sent, a being the bandwidth, t the step time, T the computation</source>
        <translation>c = a (t − T) / 2 Bits dürfen gesendet werden, mit a als Bandbreite, t als Schrittzeit und T als Rechenzeit</translation>
    </message>
    <message>
        <source>communication is hidden if δ S_g / a ≤ T_comp and τ T_comp ≥ b + δ S_g / a</source>
        <translation>die Kommunikation ist verdeckt, wenn δ S_g / a ≤ T_comp und τ T_comp ≥ b + δ S_g / a</translation>
    </message>
    <message>
        <source>compressing pays below the bandwidth B = (S − C) / encoding time, S being the dense bits and C those sent instead</source>
        <translation>Komprimieren lohnt sich unter der Bandbreite B = (S − C) / Kodierzeit, mit S als dichten Bits und C als stattdessen gesendeten</translation>
    </message>
    <message>
        <source>compression error = sum over workers of ‖C(v) − v‖² / sum over workers of ‖v‖²</source>
        <translation>Kompressionsfehler = Summe über die Worker von ‖C(v) − v‖² / Summe über die Worker von ‖v‖²</translation>
    </message>
    <message>
        <source>computing ends at C(t) = max(C(t−1), A(t−1−τ)) + T_comp, the link is free at U(t) = max(C(t), U(t−1)) + δ S_g / a, the message arrives at A(t) = U(t) + b</source>
        <translation>das Rechnen endet bei C(t) = max(C(t−1), A(t−1−τ)) + T_comp, die Leitung ist frei bei U(t) = max(C(t), U(t−1)) + δ S_g / a, die Nachricht kommt an bei A(t) = U(t) + b</translation>
    </message>
    <message>
        <source>cosine = sum over workers of ⟨C(v), G⟩ / √(sum of ‖C(v)‖² · sum of ‖G‖²)</source>
        <translation>Kosinus = Summe über die Worker von ⟨C(v), G⟩ / √(Summe von ‖C(v)‖² · Summe von ‖G‖²)</translation>
    </message>
    <message>
        <source>d = exp(−(x_i − x_(i−1)) / span), S = d S before + (1 − d) y, W = d W before + 1 − d; S / W is shown</source>
        <translation>d = exp(−(x_i − x_(i−1)) / Spanne), S = d S zuvor + (1 − d) y, W = d W zuvor + 1 − d; gezeigt wird S / W</translation>
    </message>
    <message>
        <source>during a warm-up of T epochs γ(t) is multiplied by r + (1 − r) t / T</source>
        <translation>während eines Aufwärmens von T Epochen wird γ(t) mit r + (1 − r) t / T multipliziert</translation>
    </message>
    <message>
        <source>each entry is kept with probability p: mean squared error (1 − p) ‖x‖²</source>
        <translation>jeder Eintrag wird mit Wahrscheinlichkeit p behalten: mittlerer quadratischer Fehler (1 − p) ‖x‖²</translation>
    </message>
    <message>
        <source>each worker&apos;s gradient g_m becomes g_m + λ w before it is compressed</source>
        <translation>der Gradient g_m jedes Workers wird zu g_m + λ w, bevor er komprimiert wird</translation>
    </message>
    <message>
        <source>entry by entry, the late mean m becomes m + λ m² (x(t) − x(t−τ))</source>
        <translation>Eintrag für Eintrag wird das verspätete Mittel m zu m + λ m² (x(t) − x(t−τ))</translation>
    </message>
    <message>
        <source>epoch e of a warm-up of W epochs keeps the fraction max(δ^((e+1)/(W+1)), δ)</source>
        <translation>Epoche e eines Aufwärmens von W Epochen behält den Anteil max(δ^((e+1)/(W+1)), δ)</translation>
    </message>
    <message>
        <source>every H iterations x becomes x + mean of all C1(e) − C1(own e), and e becomes e − C1(e)</source>
        <translation>alle H Iterationen wird x zu x + Mittel aller C1(e) − C1(eigenes e), und e wird zu e − C1(e)</translation>
    </message>
    <message>
        <source>f(x) = 1/2 · sum over i of λ_i x_i², with μ = 1 and L = κ</source>
        <translation>f(x) = 1/2 · Summe über i von λ_i x_i², mit μ = 1 und L = κ</translation>
    </message>
    <message>
        <source>f_m(x) = sum over j of A_mj x_j² / 2 − B_mj x_j</source>
        <translation>f_m(x) = Summe über j von A_mj x_j² / 2 − B_mj x_j</translation>
    </message>
    <message>
        <source>f_m(x) = ⟨a_m, x⟩² + ‖x‖²/4; with Top-1 and no feedback x^k = (1 + 11 η / 6)^k x^0</source>
        <translation>f_m(x) = ⟨a_m, x⟩² + ‖x‖²/4; mit Top-1 und ohne Fehlerrückführung x^k = (1 + 11 η / 6)^k x^0</translation>
    </message>
    <message>
        <source>fair sharing: the flows over each link together have at most its rate, and the smallest is as large as possible, then the next</source>
        <translation>faire Anteile: die Flüsse über jede Leitung haben zusammen höchstens deren Rate, und der kleinste ist so groß wie möglich, dann der nächste</translation>
    </message>
    <message>
        <source>gain = sum of ‖C(v)‖² over sum of ‖v‖²; at ε or more δ becomes δ f, below it δ / f, within its limits</source>
        <translation>Gewinn = Summe von ‖C(v)‖² durch Summe von ‖v‖²; bei ε oder mehr wird δ zu δ f, darunter zu δ / f, innerhalb seiner Grenzen</translation>
    </message>
    <message>
        <source>k entries at random: mean squared error (1 − k/d) ‖x‖²; multiplied by d/k it is unbiased, with mean squared error (d/k − 1) ‖x‖²</source>
        <translation>k zufällige Einträge: mittlerer quadratischer Fehler (1 − k/d) ‖x‖²; mit d/k multipliziert ist es unverzerrt, mit mittlerem quadratischem Fehler (d/k − 1) ‖x‖²</translation>
    </message>
    <message>
        <source>loss = minus the mean over the minibatch of the logarithm of the softmax at the true class</source>
        <translation>Verlust = minus das Mittel über den Minibatch vom Logarithmus des Softmax bei der wahren Klasse</translation>
    </message>
    <message>
        <source>mean squared gradient norm ≤ 8 F0/(γ T) + 4 γ L s²/n + 8 γ² L² (A ((2/δ + M) ζ² + σ²) + 2 τ s²/n)</source>
        <translation>mittlere quadrierte Gradientennorm ≤ 8 F0/(γ T) + 4 γ L s²/n + 8 γ² L² (A ((2/δ + M) ζ² + σ²) + 2 τ s²/n)</translation>
    </message>
    <message>
        <source>on a trace, the bandwidth a integrated from start to end of the transmission is 8 · bytes</source>
        <translation>auf einem Verlauf ist die Bandbreite a, integriert von Anfang bis Ende der Übertragung, 8 · Bytes</translation>
    </message>
    <message>
        <source>one entry is kept, x_j with probability |x_j| / ‖x‖₁</source>
        <translation>ein Eintrag wird behalten, x_j mit Wahrscheinlichkeit |x_j| / ‖x‖₁</translation>
    </message>
    <message>
        <source>p = e + γ g; c = ‖p‖₁ / d · sign(p) is sent, and e becomes p − c</source>
        <translation>p = e + γ g; c = ‖p‖₁ / d · sign(p) wird gesendet, und e wird zu p − c</translation>
    </message>
    <message>
        <source>r = |N before − N| / N before, N being the norm of a tensor&apos;s summed gradients; below η the tensor sends the small fraction, else the large one</source>
        <translation>r = |N zuvor − N| / N zuvor, mit N als Norm der summierten Gradienten eines Tensors; unter η sendet der Tensor den kleinen Anteil, sonst den großen</translation>
    </message>
    <message>
        <source>residual norm = √(mean over workers of ‖e_m‖²)</source>
        <translation>Residuumsnorm = √(Mittel über die Worker von ‖e_m‖²)</translation>
    </message>
    <message>
        <source>rounding at random to powers of b has ζ = (b + 1/b + 2) / 4</source>
        <translation>zufälliges Runden auf Potenzen von b hat ζ = (b + 1/b + 2) / 4</translation>
    </message>
    <message>
        <source>rounding to the nearest power of b has δ = (b + 1)² / (4 b)</source>
        <translation>Runden auf die nächste Potenz von b hat δ = (b + 1)² / (4 b)</translation>
    </message>
    <message>
        <source>skip if the squared norm of how worker m&apos;s gradient on this minibatch differs between the weights now and those of its last upload is at most 1/M² · sum over d from 1 to n of α · squared norm of the move from w(k−d) to w(k+1−d)</source>
        <translation>auslassen, wenn die quadrierte Norm des Unterschieds, den der Gradient von Worker m auf diesem Minibatch zwischen den jetzigen Gewichten und denen seines letzten Uploads macht, höchstens so groß ist wie 1/M² · Summe über d von 1 bis n von α · quadrierte Norm des Schritts von w(k−d) nach w(k+1−d)</translation>
    </message>
    <message>
        <source>skip if the squared norm of the difference between worker m&apos;s gradient now and its last uploaded gradient, which was of another minibatch, is at most 1/M² · sum over d from 1 to n of α · squared norm of the move from w(k−d) to w(k+1−d)</source>
        <translation>auslassen, wenn die quadrierte Norm des Unterschieds zwischen dem jetzigen Gradienten von Worker m und seinem zuletzt hochgeladenen, der auf einem anderen Minibatch war, höchstens so groß ist wie 1/M² · Summe über d von 1 bis n von α · quadrierte Norm des Schritts von w(k−d) nach w(k+1−d)</translation>
    </message>
    <message>
        <source>the busiest link is held for X = min(T, (τ + 1) T − P − b) of an iteration, P being computing and encoding, b the latency</source>
        <translation>die am stärksten belegte Leitung ist für X = min(T, (τ + 1) T − P − b) einer Iteration belegt, mit P als Zeit für Rechnen und Kodieren und b als Latenz</translation>
    </message>
    <message>
        <source>the candidates are τ1 = floor(b / T_comp) + 1 and τ2 = τ1 + 1</source>
        <translation>die Kandidaten sind τ1 = abgerundet(b / T_comp) + 1 und τ2 = τ1 + 1</translation>
    </message>
    <message>
        <source>the distance of x(t) from descent without delay or compression = γ · mean residual of iteration t − τ + γ · sum of the last τ mean gradients</source>
        <translation>der Abstand von x(t) zum Abstieg ohne Verzögerung und Kompression = γ · mittleres Residuum der Iteration t − τ + γ · Summe der letzten τ mittleren Gradienten</translation>
    </message>
    <message>
        <source>the observed bandwidth a becomes (1 − w) a + w · 8 bytes / time on the link</source>
        <translation>die beobachtete Bandbreite a wird zu (1 − w) a + w · 8 Bytes / Zeit auf der Leitung</translation>
    </message>
    <message>
        <source>u becomes (1 − m) g + m u; w(k+1) = w(k) − γ · sign of the sum of the workers&apos; signs of u</source>
        <translation>u wird zu (1 − m) g + m u; w(k+1) = w(k) − γ · Vorzeichen der Summe über die Worker von den Vorzeichen von u</translation>
    </message>
    <message>
        <source>u becomes m u + g, v becomes v + u, C(v) is sent, v keeps v − C(v); where something was sent u becomes 0</source>
        <translation>u wird zu m u + g, v wird zu v + u, C(v) wird gesendet, v behält v − C(v); wo etwas gesendet wurde, wird u zu 0</translation>
    </message>
    <message>
        <source>upload in any case if τ_m &gt; D, the delay bound</source>
        <translation>auf jeden Fall hochladen, wenn τ_m &gt; D, die Verzögerungsgrenze</translation>
    </message>
    <message>
        <source>v becomes (1 − η) v + η g, and c = C(v − h) is sent</source>
        <translation>v wird zu (1 − η) v + η g, und c = C(v − h) wird gesendet</translation>
    </message>
    <message>
        <source>v(k+1) = μ v(k) + sum over workers of what is applied, w(k+1) = w(k) − v(k+1)</source>
        <translation>v(k+1) = μ v(k) + Summe über die Worker von dem, was angewendet wird, w(k+1) = w(k) − v(k+1)</translation>
    </message>
    <message>
        <source>w(k+1) = w(k) − sum over workers m of what each sent last, τ_m iterations ago</source>
        <translation>w(k+1) = w(k) − Summe über die Worker m von dem, was jeder zuletzt gesendet hat, vor τ_m Iterationen</translation>
    </message>
    <message>
        <source>w(k+1) = w(k) − γ · mean of the workers&apos; estimates; p = 1 / (1 + ω)</source>
        <translation>w(k+1) = w(k) − γ · Mittel der Schätzungen der Worker; p = 1 / (1 + ω)</translation>
    </message>
    <message>
        <source>w(k+1) = w(k) − γ · sum over workers m of their gradients g_m(k)</source>
        <translation>w(k+1) = w(k) − γ · Summe über die Worker m von ihren Gradienten g_m(k)</translation>
    </message>
    <message>
        <source>w(k+1) = w(k) − γ/n · sum over workers of C(g)</source>
        <translation>w(k+1) = w(k) − γ/n · Summe über die Worker von C(g)</translation>
    </message>
    <message>
        <source>with Nesterov momentum u becomes m (u + g) and v becomes v + u + g</source>
        <translation>mit Nesterov-Momentum wird u zu m (u + g) und v zu v + u + g</translation>
    </message>
    <message>
        <source>with n the norm and y = |x| / n between the levels a_l and a_(l+1): n sign(x) a_(l+1) with probability (y − a_l) / (a_(l+1) − a_l), else n sign(x) a_l</source>
        <translation>mit n als Norm und y = |x| / n zwischen den Stufen a_l und a_(l+1): n sign(x) a_(l+1) mit Wahrscheinlichkeit (y − a_l) / (a_(l+1) − a_l), sonst n sign(x) a_l</translation>
    </message>
    <message>
        <source>with probability p all send whole gradients; else each one&apos;s estimate is the mean estimate of before + Q(its gradient now − its gradient at the weights of before, on one minibatch)</source>
        <translation>mit Wahrscheinlichkeit p senden alle ganze Gradienten; sonst ist die Schätzung eines jeden die mittlere Schätzung von zuvor + Q(sein Gradient jetzt − sein Gradient bei den Gewichten von zuvor, auf demselben Minibatch)</translation>
    </message>
    <message>
        <source>worker i sends c = C(e + γ g) and keeps e + γ g − c; w(k+1) = w(k) − 1/n · sum over workers of c</source>
        <translation>Worker i sendet c = C(e + γ g) und behält e + γ g − c; w(k+1) = w(k) − 1/n · Summe über die Worker von c</translation>
    </message>
    <message>
        <source>worker i sends c = C(g − h), both sides add it to h, and w(k+1) = w(k) − γ/n · sum over workers of h</source>
        <translation>Worker i sendet c = C(g − h), beide Seiten addieren es zu h, und w(k+1) = w(k) − γ/n · Summe über die Worker von h</translation>
    </message>
    <message>
        <source>worker i sends m = Q(g − h), w(k+1) = w(k) − γ/n · sum over workers of h + m, and h becomes h + α m</source>
        <translation>Worker i sendet m = Q(g − h), w(k+1) = w(k) − γ/n · Summe über die Worker von h + m, und h wird zu h + α m</translation>
    </message>
    <message>
        <source>worker i sends m(t) = C_δ(e(t) + g(t)) and keeps e(t+1) = e(t) + g(t) − m(t)</source>
        <translation>Worker i sendet m(t) = C_δ(e(t) + g(t)) und behält e(t+1) = e(t) + g(t) − m(t)</translation>
    </message>
    <message>
        <source>worker i sends q = C of its lead over the shared copy G at the mask; the server adds the mean of these to its error E, sends Q = C of that and keeps the rest</source>
        <translation>Worker i sendet q = C von seinem Vorsprung vor der gemeinsamen Kopie G auf der Maske; der Server addiert das Mittel davon zu seinem Fehler E, sendet Q = C von der Summe und behält den Rest</translation>
    </message>
    <message>
        <source>worker i&apos;s model x becomes x − γ (mean of all C2(g) + own g − C2(own g)), and e becomes e − γ (g − C2(g))</source>
        <translation>das Modell x von Worker i wird zu x − γ (Mittel aller C2(g) + eigenes g − C2(eigenes g)), und e wird zu e − γ (g − C2(g))</translation>
    </message>
    <message>
        <source>worker i&apos;s model: x(t+1) = x(t) − γ (own gradient now − own gradient of iteration t − D + the mean of all of iteration t − D)</source>
        <translation>Modell von Worker i: x(t+1) = x(t) − γ (eigener Gradient jetzt − eigener Gradient der Iteration t − D + Mittel aller der Iteration t − D)</translation>
    </message>
    <message>
        <source>worker m sends s_m = C(γ g_m + e_m) and keeps e_m(k+1) = γ g_m + e_m − s_m</source>
        <translation>Worker m sendet s_m = C(γ g_m + e_m) und behält e_m(k+1) = γ g_m + e_m − s_m</translation>
    </message>
    <message>
        <source>x(t+1) = x(t) − γ/n · sum over workers i of the messages of iteration t − τ</source>
        <translation>x(t+1) = x(t) − γ/n · Summe über die Worker i von den Nachrichten der Iteration t − τ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>| Parameter | Default | Allowed | Meaning |</source>
        <translation>| Parameter | Anfangswert | Erlaubt | Bedeutung |</translation>
    </message>
    <message>
        <source>| Quantity | Unit | An axis | Meaning |</source>
        <translation>| Größe | Einheit | Eine Achse | Bedeutung |</translation>
    </message>
    <message>
        <source>| Trace | On average | Begins again after | Source |</source>
        <translation>| Verlauf | Im Mittel | Beginnt von vorn nach | Quelle |</translation>
    </message>
    <message>
        <source>α = 1 / (1 + ω) = 1 / ζ</source>
        <translation>α = 1 / (1 + ω) = 1 / ζ</translation>
    </message>
    <message>
        <source>α = c / γ, c being the threshold factor and γ the learning rate</source>
        <translation>α = c / γ, mit c als Schwellenfaktor und γ als Lernrate</translation>
    </message>
    <message>
        <source>γ(t) = γ · (r + (1 − r)/2 · (1 + cos(π t / T))), r the share that is left at the end, T the cosine&apos;s epochs</source>
        <translation>γ(t) = γ · (r + (1 − r)/2 · (1 + cos(π t / T))), mit r als Anteil, der am Ende übrig ist, und T als Epochenzahl des Kosinus</translation>
    </message>
    <message>
        <source>γ(t) = γ · r to the power of 1 + floor((t − t0) / T) from epoch t0 on; r the decay factor, T the epochs between decays</source>
        <translation>γ(t) = γ · r zur Potenz 1 + abgerundet((t − t0) / T) ab Epoche t0; mit r als Senkungsfaktor und T als Epochenzahl zwischen zwei Senkungen</translation>
    </message>
    <message>
        <source>δ becomes δ T / D, but no less than δ_min and no more than 1; T is the computation&apos;s time, D the longest message&apos;s</source>
        <translation>δ wird zu δ T / D, aber nicht kleiner als δ_min und nicht größer als 1; T ist die Zeit für das Rechnen, D die für die längste Nachricht</translation>
    </message>
    <message>
        <source>δ(τ) = the smallest of 1, a T_comp / S_g and (τ T_comp − b) a / S_g</source>
        <translation>δ(τ) = das kleinste von 1, a T_comp / S_g und (τ T_comp − b) a / S_g</translation>
    </message>
    <message>
        <source>φ(δ, τ) = (1 − δ) / (δ (1 − δ/2)^τ)</source>
        <translation>φ(δ, τ) = (1 − δ) / (δ (1 − δ/2)^τ)</translation>
    </message>
    <message>
        <source>φ(δ, τ) = 1 / (δ (1 − δ)^(τ−1))</source>
        <translation>φ(δ, τ) = 1 / (δ (1 − δ)^(τ−1))</translation>
    </message>
    <message>
        <source>What sets one worker apart from the others.</source>
        <translation>Was einen Worker von den anderen unterscheidet.</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Bandwidth a</source>
        <translation>Bandbreite a</translation>
    </message>
    <message>
        <source>Of the slowest link; of a trace, its mean. A shared link counts by a worker&apos;s share.</source>
        <translation>Die der langsamsten Leitung; bei einem Verlauf ihr Mittel. Eine gemeinsame Leitung zählt mit dem Anteil eines Workers.</translation>
    </message>
    <message>
        <source>Latency b</source>
        <translation>Latenz b</translation>
    </message>
    <message>
        <source>Of one aggregation: to the server and, where the weights are carried, back.</source>
        <translation>Die einer Aggregation: zum Server und, wo die Gewichte übertragen werden, zurück.</translation>
    </message>
    <message>
        <source>Of one gradient on the slowest worker; the median where it is random.</source>
        <translation>Die eines Gradienten auf dem langsamsten Worker; der Median, wo sie zufällig ist.</translation>
    </message>
    <message>
        <source>Dense gradient</source>
        <translation>Dichter Gradient</translation>
    </message>
    <message>
        <source>Its size on the network before anything is left out.</source>
        <translation>Seine Größe auf dem Netzwerk, bevor etwas ausgelassen wird.</translation>
    </message>
    <message>
        <source>Small and quick</source>
        <translation>Klein und schnell</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>Das Experiment</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>top-5</source>
        <translation>Top-5</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>%1, from iteration %2</source>
        <translation>%1, ab Iteration %2</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Training loss, epoch mean</source>
        <translation>Trainingsverlust, Epochenmittel</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Testverlust</translation>
    </message>
    <message>
        <source>Suboptimality f − f*</source>
        <translation>Suboptimalität f − f*</translation>
    </message>
    <message>
        <source>Top-5 test accuracy</source>
        <translation>Top-5-Testgenauigkeit</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>proven: (%1)ᵏ</source>
        <translation>bewiesen: (%1)ᵏ</translation>
    </message>
    <message>
        <source>target %1 %</source>
        <translation>Ziel %1&#x202f;%</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>,</source>
        <comment>between thousands</comment>
        <translation>&#x202f;</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>compute</source>
        <translation>rechnen</translation>
    </message>
    <message>
        <source>encode</source>
        <translation>kodieren</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>anstehen</translation>
    </message>
    <message>
        <source>send</source>
        <translation>senden</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>Wer sprach</translation>
    </message>
    <message>
        <source>Why a worker uploads</source>
        <translation>Warum ein Worker hochlädt</translation>
    </message>
</context>
<context>
    <name>RemoveRunCommand</name>
    <message>
        <source>removal of %1</source>
        <translation>Entfernen von %1</translation>
    </message>
</context>
<context>
    <name>StalenessLab</name>
    <message>
        <source>DeCo has no choice here: %1.</source>
        <translation>DeCo hat hier keine Wahl: %1.</translation>
    </message>
    <message>
        <source>DeCo would keep %1 and work with staleness %2: %3 an iteration, %4 times as fast as D-SGD.</source>
        <translation>DeCo würde %1 behalten und mit Veraltung %2 arbeiten: %3 je Iteration, %4-mal so schnell wie D-SGD.</translation>
    </message>
    <message>
        <source> It would need to keep less than %1, the least that is allowed, to hide the network.</source>
        <translation> Um das Netzwerk zu verdecken, müsste es weniger als das erlaubte Minimum von %1 behalten.</translation>
    </message>
    <message>
        <source> To hide the network it would need a staleness above %1.</source>
        <translation> Um das Netzwerk zu verdecken, bräuchte es eine Veraltung über %1.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>Worker %1</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
    <message>
        <source>%1 iterations late</source>
        <translation>%1 Iterationen alt</translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation>noch nicht angewandt</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewandt</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>1 iteration late</source>
        <translation>1 Iteration alt</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>A run of yours is going on</source>
        <translation>Ein Lauf ist noch im Gange</translation>
    </message>
    <message>
        <source>The tour trains runs of its own, and one trains at a time. Stop yours where it is: it stays in the table, and Run &gt; Go on where it stopped takes it up again without loss. Or skip the tour for now.</source>
        <translation>Der Rundgang trainiert eigene Läufe, und es trainiert immer nur einer. Der laufende lässt sich hier abbrechen: Er bleibt in der Tabelle, und „Lauf &gt; Ab der Abbruchstelle fortsetzen“ nimmt ihn ohne Verlust wieder auf. Oder den Rundgang vorerst beenden.</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Five minutes with a real run</source>
        <translation>Fünf Minuten mit einem echten Lauf</translation>
    </message>
    <message>
        <source>Ten workers train one model and save on communication. You will start them, change what they send while they work, and compare. What stands in your form is put aside and comes back at the end; your runs are not touched. Esc ends the tour at any time.</source>
        <translation>Zehn Worker trainieren ein Modell und sparen an der Kommunikation. Zu tun ist dreierlei: sie starten, während der Arbeit ändern, was sie senden, und vergleichen. Was im Formular steht, wird beiseitegelegt und kommt am Ende zurück; vorhandene Läufe bleiben unberührt. Esc beendet den Rundgang jederzeit.</translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation>Den Lauf starten</translation>
    </message>
    <message>
        <source>The form has the quick start: SASG, a method in which workers upload only what would change something. Press this button, or Space.</source>
        <translation>Im Formular steht der Schnellstart: SASG, ein Verfahren, bei dem Worker nur hochladen, was etwas ändern würde. Diese Schaltfläche oder die Leertaste drücken.</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The curves fill as it goes</source>
        <translation>Die Kurven wachsen mit dem Lauf</translation>
    </message>
    <message>
        <source>Above, the training loss falls; below, the test accuracy has a point for each evaluation, the first after 100 iterations. All of it is really computed on this machine; only the network between the workers is emulated.</source>
        <translation>Oben fällt der Trainingsverlust; unten hat die Testgenauigkeit einen Punkt je Auswertung, den ersten nach 100 Iterationen. Das alles wird wirklich auf diesem Rechner gerechnet; nur das Netzwerk zwischen den Workern ist emuliert.</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>Wer sprach</translation>
    </message>
    <message>
        <source>A row for each worker, a column for each iteration: filled cells are uploads, empty ones were skipped because the gradient had hardly changed. After the first ten iterations, in which all speak, some stay silent in each.</source>
        <translation>Eine Zeile je Worker, eine Spalte je Iteration: Gefüllte Zellen sind Uploads; leere wurden ausgelassen, weil sich der Gradient kaum geändert hatte. Nach den ersten zehn Iterationen, in denen alle sprechen, schweigen in jeder einige.</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>Was kostet das?</translation>
    </message>
    <message>
        <source>Methods that look alike over iterations can be worlds apart over what they send. Choose “payload bits” here: the same curves, over the bits of all uploads so far.</source>
        <translation>Verfahren, die über Iterationen gleich aussehen, können Welten auseinanderliegen, wenn zählt, was sie senden. Hier „Nutzbits“ wählen: dieselben Kurven, über die Bits aller bisherigen Uploads.</translation>
    </message>
    <message>
        <source>Choose it</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Change it while it runs</source>
        <translation>Während des Laufs ändern</translation>
    </message>
    <message>
        <source>Each upload has the largest hundredth of the update. Drag this slider to the left, to about 0.1 %, or type it. What is left out is not lost: workers add it to what they send next.</source>
        <translation>Jeder Upload enthält das größte Hundertstel des Updates. Diesen Regler nach links ziehen, auf etwa 0.1&#x202f;%, oder den Wert eintippen. Was wegfällt, ist nicht verloren: Die Worker addieren es zu dem, was sie als Nächstes senden.</translation>
    </message>
    <message>
        <source>Set 0.1 %</source>
        <translation>0.1&#x202f;% setzen</translation>
    </message>
    <message>
        <source>A marker, and the curve bends</source>
        <translation>Eine Marke, und die Kurve knickt</translation>
    </message>
    <message>
        <source>The hairline says in which iteration the change took effect. From there on each iteration costs a tenth of the bits, so over bits the curves turn steep. The change is in the run&apos;s journal: who repeats the run repeats it, to the bit. Ctrl+Z would set it back.</source>
        <translation>Die feine Linie zeigt, in welcher Iteration die Änderung wirksam wurde. Von da an kostet jede Iteration ein Zehntel der Bits, daher werden die Kurven über Bits steil. Die Änderung steht im Journal des Laufs: Wer den Lauf wiederholt, wiederholt auch sie, bis aufs Bit. Strg+Z würde sie zurücksetzen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop the clock with the same button, or Space. A paused run can be stepped iteration by iteration, forked from any point of its curve, or just go on.</source>
        <translation>Die Uhr mit derselben Schaltfläche oder der Leertaste anhalten. Ein angehaltener Lauf lässt sich Iteration für Iteration weiterführen, von jedem Punkt seiner Kurve abzweigen oder einfach fortsetzen.</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Compare with plain SGD</source>
        <translation>Mit einfachem SGD vergleichen</translation>
    </message>
    <message>
        <source>Choose SGD here: every worker sends its whole gradient in every iteration. The seed stays, so both runs begin with the same weights and see the same minibatches: what differs is the method.</source>
        <translation>Hier SGD wählen: Jeder Worker sendet in jeder Iteration seinen ganzen Gradienten. Der Startwert bleibt, also beginnen beide Läufe mit denselben Gewichten und sehen dieselben Minibatches: Der Unterschied ist das Verfahren.</translation>
    </message>
    <message>
        <source>Choose SGD</source>
        <translation>SGD wählen</translation>
    </message>
    <message>
        <source>Run it beside the first</source>
        <translation>Neben dem ersten laufen lassen</translation>
    </message>
    <message>
        <source>Rewind begins anew with what the form has; then press Space. The first run stays on the curves, thinner and dashed.</source>
        <translation>„Zurückspulen“ beginnt neu mit dem, was im Formular steht; danach die Leertaste drücken. Der erste Lauf bleibt auf den Kurven, dünner und gestrichelt.</translation>
    </message>
    <message>
        <source>Start SGD</source>
        <translation>SGD starten</translation>
    </message>
    <message>
        <source>A hundred times the bits</source>
        <translation>Hundertmal so viele Bits</translation>
    </message>
    <message>
        <source>Over bits SGD&apos;s curve crawls along while SASG&apos;s stood upright: on a logarithmic axis (log, above) both can be read. Over iterations they are close. That is what this program is about.</source>
        <translation>Über Bits kriecht die Kurve von SGD dahin, während die von SASG senkrecht stand: Auf einer logarithmischen Achse (log, oben) sind beide lesbar. Über Iterationen liegen sie dicht beieinander. Genau darum geht es in diesem Programm.</translation>
    </message>
    <message>
        <source>What each of them needed</source>
        <translation>Was jeder gebraucht hat</translation>
    </message>
    <message>
        <source>For every run the table has what it had spent when it first exceeded the target accuracy. Drag the dashed line in the lower plot to ask for another one.</source>
        <translation>Die Tabelle zeigt für jeden Lauf, was er verbraucht hatte, als er die Zielgenauigkeit erstmals überschritt. Die gestrichelte Linie im unteren Diagramm lässt sich ziehen, um nach einer anderen zu fragen.</translation>
    </message>
    <message>
        <source>Everything explains itself</source>
        <translation>Alles erklärt sich selbst</translation>
    </message>
    <message>
        <source>Press this button and click anything, or press Shift+F1 on what has the focus: what it is, its formula, the numbers it has now, and what to try. The right button offers the same.</source>
        <translation>Diese Schaltfläche drücken und irgendetwas anklicken, oder Umschalt+F1 für das, was den Fokus hat: Eine Karte nennt Bedeutung, Formel, aktuelle Zahlen und was sich ausprobieren lässt. Die rechte Maustaste bietet dasselbe.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Zum Mitnehmen</translation>
    </message>
    <message>
        <source>Figures as SVG, PDF or PNG, a report as one page of HTML. A figure carries its experiments: dropped on the window it opens them again. Try it now or later.</source>
        <translation>Abbildungen als SVG, PDF oder PNG, ein Bericht als eine HTML-Seite. Eine Abbildung trägt ihre Experimente in sich: Auf das Fenster gezogen, öffnet sie diese wieder. Gleich ausprobieren oder später.</translation>
    </message>
    <message>
        <source>That was the tour</source>
        <translation>Das war der Rundgang</translation>
    </message>
    <message>
        <source>Done stops the tour&apos;s run, brings back what stood in your form and shows the axis you had. The tour&apos;s runs stay in the table until you remove them. Help &gt; Tour begins again.</source>
        <translation>„Fertig“ bricht den Lauf des Rundgangs ab, holt zurück, was im Formular stand, und zeigt wieder die vorige Achse. Die Läufe des Rundgangs bleiben in der Tabelle, bis sie entfernt werden. „Hilfe &gt; Rundgang“ beginnt von vorn.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Staleness lab</source>
        <translation>Veraltung</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Compressors</source>
        <translation>Kompressoren</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>telegrad::ui</name>
    <message>
        <source>the iterations to %1 accuracy</source>
        <translation>die Iterationszahl bis %1 Genauigkeit</translation>
    </message>
    <message>
        <source>the simulated time to %1 accuracy</source>
        <translation>die simulierte Zeit bis %1 Genauigkeit</translation>
    </message>
    <message>
        <source>the residual</source>
        <translation>das Residuum</translation>
    </message>
    <message>
        <source> Least: %1 at δ = %2, staleness %3.</source>
        <translation> Minimum: %1 bei δ = %2, Veraltung %3.</translation>
    </message>
    <message>
        <source>φ at the same points, for comparison: the model, not measured.</source>
        <translation>φ an denselben Punkten, zum Vergleich: das Modell, nicht gemessen.</translation>
    </message>
    <message>
        <source> 1 point never reached the target.</source>
        <translation> 1 Punkt erreichte das Ziel nie.</translation>
    </message>
    <message>
        <source> %1 points never reached the target.</source>
        <translation> %1 Punkte erreichten das Ziel nie.</translation>
    </message>
    <message>
        <source>Too few points reached %1 accuracy to compare them.</source>
        <translation>Für einen Vergleich erreichten zu wenige Punkte %1 Genauigkeit.</translation>
    </message>
    <message>
        <source>Two values of staleness are needed to say what staleness does.</source>
        <translation>Zwei Werte der Veraltung sind nötig, um zu sagen, was sie bewirkt.</translation>
    </message>
    <message>
        <source>From staleness %1 to %2 %3 changed by a factor of %4.</source>
        <translation>Von Veraltung %1 bis %2 änderte sich %3 um den Faktor %4.</translation>
    </message>
    <message>
        <source>From staleness %1 to %2 %3 changed by a factor of %4, φ by %5.</source>
        <translation>Von Veraltung %1 bis %2 änderte sich %3 um den Faktor %4, φ um %5.</translation>
    </message>
    <message>
        <source> Furthest apart at δ = %1: measured %2, φ %3.</source>
        <translation> Am weitesten auseinander bei δ = %1: gemessen %2, φ %3.</translation>
    </message>
    <message>
        <source>%1, worker %2</source>
        <translation>%1, Worker %2</translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation>läuft, %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unfertig</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>%1 of %2 runs finished</source>
        <translation>%1 von %2 Läufen fertig</translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation>%1 divergiert</translation>
    </message>
    <message>
        <source>, in %1 of %2 runs</source>
        <translation>, in %1 von %2 Läufen</translation>
    </message>
    <message>
        <source>An iteration takes %1, an update is there after %2. </source>
        <translation>Eine Iteration dauert %1, ein Update ist nach %2 da. </translation>
    </message>
    <message>
        <source>An iteration takes %1. </source>
        <translation>Eine Iteration dauert %1. </translation>
    </message>
    <message>
        <source>Encoding is the bottleneck; it hides the network.</source>
        <translation>Das Kodieren ist der Engpass; es verdeckt das Netzwerk.</translation>
    </message>
    <message>
        <source>Computing is the bottleneck; it hides the network.</source>
        <translation>Das Rechnen ist der Engpass; es verdeckt das Netzwerk.</translation>
    </message>
    <message>
        <source>Computing is the bottleneck.</source>
        <translation>Das Rechnen ist der Engpass.</translation>
    </message>
    <message>
        <source>Encoding is the bottleneck.</source>
        <translation>Das Kodieren ist der Engpass.</translation>
    </message>
    <message>
        <source>Latency is the bottleneck.</source>
        <translation>Die Latenz ist der Engpass.</translation>
    </message>
    <message>
        <source>The link is the bottleneck: messages queue for it.</source>
        <translation>Die Leitung ist der Engpass: Nachrichten stehen vor ihr an.</translation>
    </message>
    <message>
        <source>The link is the bottleneck.</source>
        <translation>Die Leitung ist der Engpass.</translation>
    </message>
    <message>
        <source>half the bits</source>
        <translation>halb so viele Bits</translation>
    </message>
    <message>
        <source>half the compute time</source>
        <translation>die halbe Rechenzeit</translation>
    </message>
    <message>
        <source>a server without latency</source>
        <translation>ein Server ohne Latenz</translation>
    </message>
    <message>
        <source>encoding in no time</source>
        <translation>Kodieren ohne Zeitaufwand</translation>
    </message>
    <message>
        <source>one more iteration of staleness</source>
        <translation>eine Iteration mehr Veraltung</translation>
    </message>
    <message>
        <source>Half the bits would save %1 of an iteration.</source>
        <translation>Halb so viele Bits würden %1 einer Iteration sparen.</translation>
    </message>
    <message>
        <source>Computing takes nearly as long: half the bits would save only %1 of an iteration.</source>
        <translation>Das Rechnen dauert fast so lange: Halb so viele Bits würden nur %1 einer Iteration sparen.</translation>
    </message>
    <message>
        <source>Fewer bits can do little: half of them would save %1 of an iteration.</source>
        <translation>Weniger Bits bewirken wenig: Halb so viele würden %1 einer Iteration sparen.</translation>
    </message>
    <message>
        <source> Most would help: %1 (%2 saved).</source>
        <translation> Am meisten würde helfen: %1 (%2 gespart).</translation>
    </message>
    <message>
        <source>Uploads are as large as gradients: nothing is saved by encoding.</source>
        <translation>Uploads sind so groß wie Gradienten: Das Kodieren spart nichts.</translation>
    </message>
    <message>
        <source>Encoding takes no time here, so compressing pays at any bandwidth, as long as the link is waited for.</source>
        <translation>Kodieren kostet hier keine Zeit, also lohnt sich Komprimieren bei jeder Bandbreite, solange auf die Leitung gewartet wird.</translation>
    </message>
    <message>
        <source>Encoding takes no time here, so compressing costs none either, though the link is not waited for.</source>
        <translation>Kodieren kostet hier keine Zeit, also kostet auch Komprimieren keine, obwohl nicht auf die Leitung gewartet wird.</translation>
    </message>
    <message>
        <source>Compressing pays below %1; above, the gradient is cheaper to send whole.</source>
        <translation>Komprimieren lohnt sich unter %1; darüber ist es billiger, den Gradienten ganz zu senden.</translation>
    </message>
    <message>
        <source>Where the link is waited for, compressing pays below %1; here it is not.</source>
        <translation>Wo auf die Leitung gewartet wird, lohnt sich Komprimieren unter %1; hier wird nicht auf sie gewartet.</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Communication rounds (uploads)</source>
        <translation>Kommunikationsrunden (Uploads)</translation>
    </message>
    <message>
        <source>payload bits</source>
        <translation>Nutzbits</translation>
    </message>
    <message>
        <source>Payload sent by the workers, bit</source>
        <translation>Von den Workern gesendete Nutzdaten, bit</translation>
    </message>
    <message>
        <source>wire bits</source>
        <translation>Leitungsbits</translation>
    </message>
    <message>
        <source>Sent on the wire by the workers, bit</source>
        <translation>Von den Workern auf die Leitung gesendet, bit</translation>
    </message>
    <message>
        <source>simulated s</source>
        <translation>simulierte s</translation>
    </message>
    <message>
        <source>Simulated time, s</source>
        <translation>Simulierte Zeit, s</translation>
    </message>
    <message>
        <source>wall s</source>
        <translation>echte s</translation>
    </message>
    <message>
        <source>Wall time, s</source>
        <translation>Echtzeit, s</translation>
    </message>
    <message>
        <source>%1 reached</source>
        <translation>Erreicht: %1</translation>
    </message>
    <message>
        <source>%1, × baseline</source>
        <translation>%1, × Vergleichslauf</translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation>%1, Iteration %2</translation>
    </message>
    <message>
        <source>uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation>noch nicht angewandt</translation>
    </message>
    <message>
        <source>0, in the next weights</source>
        <translation>0, in den nächsten Gewichten</translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation>%1 Iterationen</translation>
    </message>
    <message>
        <source>bytes on the wire</source>
        <translation>Bytes auf der Leitung</translation>
    </message>
    <message>
        <source>staleness</source>
        <translation>Veraltung</translation>
    </message>
    <message>
        <source>there after</source>
        <translation>am Ziel nach</translation>
    </message>
    <message>
        <source>Two links&apos; phases are put together:</source>
        <translation>Phasen zweier Leitungen zusammengefasst:</translation>
    </message>
    <message>
        <source>all queueing, all sending, all latency.</source>
        <translation>alles Anstehen, alles Senden, alle Latenz.</translation>
    </message>
    <message>
        <source>then sent</source>
        <translation>sendet dann</translation>
    </message>
    <message>
        <source>staleness, mean</source>
        <translation>Veraltung, Mittel</translation>
    </message>
    <message>
        <source>Means of an iteration.</source>
        <translation>Mittel je Iteration.</translation>
    </message>
    <message>
        <source>Server, iteration %1</source>
        <translation>Server, Iteration %1</translation>
    </message>
    <message>
        <source>Worker %1, iterations %2 to %3</source>
        <translation>Worker %1, Iterationen %2 bis %3</translation>
    </message>
    <message>
        <source>Worker %1, iteration %2</source>
        <translation>Worker %1, Iteration %2</translation>
    </message>
    <message>
        <source>held until applied</source>
        <translation>gehalten bis angewandt</translation>
    </message>
    <message>
        <source>weights in use</source>
        <translation>genutzte Gewichte</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>dauert</translation>
    </message>
    <message>
        <source>then hold uploads up to</source>
        <translation>enthalten dann Uploads bis</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Bits per coordinate, as the papers count</source>
        <translation>Bits je Koordinate, wie Papers zählen</translation>
    </message>
    <message>
        <source>Bits per coordinate, entropy bound</source>
        <translation>Bits je Koordinate, Entropieschranke</translation>
    </message>
    <message>
        <source>Bits per coordinate, on the wire</source>
        <translation>Bits je Koordinate, auf der Leitung</translation>
    </message>
    <message>
        <source>log₁₀ δ, best scaled</source>
        <translation>log₁₀ δ, bestens skaliert</translation>
    </message>
    <message>
        <source>Normalised variance</source>
        <translation>Normierte Varianz</translation>
    </message>
    <message>
        <source>Encoding, ns per entry</source>
        <translation>Kodieren, ns je Eintrag</translation>
    </message>
    <message>
        <source>Decoding, ns per entry</source>
        <translation>Dekodieren, ns je Eintrag</translation>
    </message>
    <message>
        <source>Energy saving along compressed gradient descent, d = 100</source>
        <translation>Behaltene Energie beim komprimierten Gradientenabstieg, d = 100</translation>
    </message>
    <message>
        <source>%1, κ = %2</source>
        <translation>%1, κ = %2</translation>
    </message>
    <message>
        <source>%1, logistic regression</source>
        <translation>%1, logistische Regression</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Share of ‖∇f‖² that is kept</source>
        <translation>Behaltener Anteil von ‖∇f‖²</translation>
    </message>
    <message>
        <source>k / d = 0.05</source>
        <translation>k / d = 0.05</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, against %2. Made by Telegrad.</source>
        <translation>%1, gegen %2. Erstellt mit Telegrad.</translation>
    </message>
    <message>
        <source>1 iteration</source>
        <translation>1 Iteration</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>einen Augenblick</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Locked by the experiment file</source>
        <translation>Von der Experimentdatei gesperrt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>allowed: %1</source>
        <translation>erlaubt: %1</translation>
    </message>
    <message>
        <source>usual: %1</source>
        <translation>üblich: %1</translation>
    </message>
    <message>
        <source>may change while a run goes on</source>
        <translation>während eines Laufs änderbar</translation>
    </message>
    <message>
        <source>fixed once a run has started</source>
        <translation>fest, sobald ein Lauf begonnen hat</translation>
    </message>
    <message>
        <source>Parameter: %1</source>
        <translation>Parameter: %1</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Measured, in %1</source>
        <translation>Gemessen, in %1</translation>
    </message>
    <message>
        <source>γ = %1 in epoch %2</source>
        <translation>γ = %1 in Epoche %2</translation>
    </message>
    <message>
        <source>
M γ = %1 × %2 = %3 on the mean gradient</source>
        <translation>
M γ = %1 × %2 = %3 für den mittleren Gradienten</translation>
    </message>
    <message>
        <source>1 / (1 − %1) = %2 times as far in a steady direction</source>
        <translation>1 / (1 − %1) = %2-mal so weit in gleichbleibender Richtung</translation>
    </message>
    <message>
        <source>at least one upload in D + 1 = %1 iterations: %2</source>
        <translation>mindestens ein Upload in D + 1 = %1 Iterationen: %2</translation>
    </message>
    <message>
        <source>at least one upload in D + 2 = %1 iterations: %2</source>
        <translation>mindestens ein Upload in D + 2 = %1 Iterationen: %2</translation>
    </message>
    <message>
        <source>
the first after the beginning, in which all upload, in D + 2 = %1</source>
        <translation>
der erste nach dem Anfang, in dem alle hochladen, in D + 2 = %1</translation>
    </message>
    <message>
        <source>
of late %1 of all workers&apos; turns were uploads</source>
        <translation>
zuletzt wurden %1 aller möglichen Uploads gemacht</translation>
    </message>
    <message>
        <source>α = %1 / %2 = %3;  α / M² = %3 / %4² = %5</source>
        <translation>α = %1 / %2 = %3;  α / M² = %3 / %4² = %5</translation>
    </message>
    <message>
        <source>
now %1 × %2 (the last %3 moves, squared) = %4</source>
        <translation>
jetzt %1 × %2 (die letzten %3 Schritte, quadriert) = %4</translation>
    </message>
    <message>
        <source>T = max{ %1, %2, %3 / (%4 + 1) } = %5</source>
        <translation>T = max{ %1, %2, %3 / (%4 + 1) } = %5</translation>
    </message>
    <message>
        <source>ρ a = %1 × %2 = %3</source>
        <translation>ρ a = %1 × %2 = %3</translation>
    </message>
    <message>
        <source>φ = (1 − %1) / (%1 × (1 − %1 / 2)^%2) = %3</source>
        <translation>φ = (1 − %1) / (%1 × (1 − %1 / 2)^%2) = %3</translation>
    </message>
    <message>
        <source>φ = (1 − %1) / (%1 × (1 − %1)^%2) = %3</source>
        <translation>φ = (1 − %1) / (%1 × (1 − %1)^%2) = %3</translation>
    </message>
    <message>
        <source>
another staleness must be below (1 − %1) φ = %2</source>
        <translation>
eine andere Veraltung muss unter (1 − %1) φ = %2 liegen</translation>
    </message>
    <message>
        <source>%1 × %2 = about %3 entries</source>
        <translation>%1 × %2 = etwa %3 Einträge</translation>
    </message>
    <message>
        <source>1 / η = 1 / %1 = about %2 gradients are remembered</source>
        <translation>das Gedächtnis reicht 1 / η = 1 / %1 = etwa %2 Gradienten zurück</translation>
    </message>
    <message>
        <source>1 / p = 1 / %1: whole gradients in every %2th iteration, in the mean</source>
        <translation>1 / p = 1 / %1: im Mittel alle %2 Iterationen ganze Gradienten</translation>
    </message>
    <message>
        <source>(%1 − %2) / 2 × %3 = %4 for an upload</source>
        <translation>(%1 − %2) / 2 × %3 = %4 für einen Upload</translation>
    </message>
    <message>
        <source>of the last %1 turns %2 were uploads, %3 of them forced: %4 / %1 = %5</source>
        <translation>von den letzten %1 möglichen Uploads %2 gemacht, davon %3 erzwungen: %4 / %1 = %5</translation>
    </message>
    <message>
        <source>worker %1, iteration %2: %3 ≤ %4, so it skips</source>
        <translation>Worker %1, Iteration %2: %3 ≤ %4, also lässt er aus</translation>
    </message>
    <message>
        <source>worker %1, iteration %2: %3 &gt; %4, so it uploads</source>
        <translation>Worker %1, Iteration %2: %3 &gt; %4, also lädt er hoch</translation>
    </message>
    <message>
        <source>worker %1, iteration %2: %3 ≤ %4, and yet it must upload</source>
        <translation>Worker %1, Iteration %2: %3 ≤ %4, und doch muss er hochladen</translation>
    </message>
    <message>
        <source>%1 tensors, d = %2</source>
        <translation>%1 Tensoren, d = %2</translation>
    </message>
    <message>
        <source>d = %1 = %2</source>
        <translation>d = %1 = %2</translation>
    </message>
    <message>
        <source>%1 uploads × %2 / %3 = %4 of the %5 that an iteration takes</source>
        <translation>%1 Uploads × %2 / %3 = %4 von den %5, die eine Iteration dauert</translation>
    </message>
    <message>
        <source>M B = %1 × %2 = %3 examples an iteration</source>
        <translation>M B = %1 × %2 = %3 Beispiele je Iteration</translation>
    </message>
    <message>
        <source>%1 × %2 iterations an epoch = %3</source>
        <translation>%1 × %2 Iterationen je Epoche = %3</translation>
    </message>
    <message>
        <source>%1 / %2 = %3 evaluations</source>
        <translation>%1 / %2 = %3 Auswertungen</translation>
    </message>
    <message>
        <source>%1 is not exceeded yet</source>
        <translation>%1 ist noch nicht überschritten</translation>
    </message>
    <message>
        <source>%1 &gt; %2 first in iteration %3, after %4 uploads and %5</source>
        <translation>%1 &gt; %2 erstmals in Iteration %3, nach %4 Uploads und %5</translation>
    </message>
    <message>
        <source>%1 × %2 = %3 for a gradient</source>
        <translation>%1 × %2 = %3 für einen Gradienten</translation>
    </message>
    <message>
        <source>%1 × %2 = %3</source>
        <translation>%1 × %2 = %3</translation>
    </message>
    <message>
        <source>a sum over %1 tensors</source>
        <translation>eine Summe über %1 Tensoren</translation>
    </message>
    <message>
        <source>k = max(1, ⌊%1 × %2⌋) = %3 of %2 entries</source>
        <translation>k = max(1, ⌊%1 × %2⌋) = %3 von %2 Einträgen</translation>
    </message>
    <message>
        <source>each max(1, ⌊%1 × its entries⌋): %2 = %3 of %4</source>
        <translation>je Tensor max(1, ⌊%1 × seine Einträge⌋): %2 = %3 von %4</translation>
    </message>
    <message>
        <source>%1 = %2 of %3 entries</source>
        <translation>%1 = %2 von %3 Einträgen</translation>
    </message>
    <message>
        <source>about %1 × %2 = %3 entries</source>
        <translation>etwa %1 × %2 = %3 Einträge</translation>
    </message>
    <message>
        <source>of late %1 of values an upload, %2 of the %3 of a dense one</source>
        <translation>zuletzt %1 an Werten je Upload, %2 von den %3 eines dichten</translation>
    </message>
    <message>
        <source>⌈log₂ %1⌉ = %2 bit for each packed position</source>
        <translation>⌈log₂ %1⌉ = %2 bit für jede gepackte Position</translation>
    </message>
    <message>
        <source>
of late %1 of values and %2 on the wire an upload</source>
        <translation>
zuletzt %1 an Werten und %2 auf der Leitung je Upload</translation>
    </message>
    <message>
        <source>%1 uploads × %2 / %3 = %4, one behind the other</source>
        <translation>%1 Uploads × %2 / %3 = %4, einer nach dem anderen</translation>
    </message>
    <message>
        <source>%1 / %2 = %3 for an upload</source>
        <translation>%1 / %2 = %3 für einen Upload</translation>
    </message>
    <message>
        <source>not in use: weights are carried back in no time</source>
        <translation>nicht in Gebrauch: Gewichte kommen ohne Zeitverbrauch zurück</translation>
    </message>
    <message>
        <source>%1 × %2 / %3 = %4</source>
        <translation>%1 × %2 / %3 = %4</translation>
    </message>
    <message>
        <source>T_comp + b + δ S / a = %1 + %2 + %3 = %4</source>
        <translation>T_comp + b + δ S / a = %1 + %2 + %3 = %4</translation>
    </message>
    <message>
        <source>8 × %1 B = %2 a message</source>
        <translation>8 × %1 B = %2 je Nachricht</translation>
    </message>
    <message>
        <source>: %1 of an upload of %2</source>
        <translation>: %1 eines Uploads von %2</translation>
    </message>
    <message>
        <source>%1 of the %2 that an iteration takes: %3</source>
        <translation>%1 von den %2, die eine Iteration dauert: %3</translation>
    </message>
    <message>
        <source>mean %1 × e^(%2² / 2) = %3</source>
        <translation>Mittel %1 × e^(%2² / 2) = %3</translation>
    </message>
    <message>
        <source>least %1 / 2^(1 / %2) = %3</source>
        <translation>Minimum %1 / 2^(1 / %2) = %3</translation>
    </message>
    <message>
        <source>, mean %1 × %2 / (%2 − 1) = %3</source>
        <translation>, Mittel %1 × %2 / (%2 − 1) = %3</translation>
    </message>
    <message>
        <source>the real size, 32 × %1 = %2</source>
        <translation>die wirkliche Größe, 32 × %1 = %2</translation>
    </message>
    <message>
        <source>every message is %1 / %2 = %3 times as large</source>
        <translation>jede Nachricht ist %1 / %2 = %3-mal so groß</translation>
    </message>
    <message>
        <source>⌈%1 B / (%2 − 52)⌉ = %3 packets an upload</source>
        <translation>⌈%1 B / (%2 − 52)⌉ = %3 Pakete je Upload</translation>
    </message>
    <message>
        <source>1 / (1 − %1) = %2 transmissions a packet, in the mean</source>
        <translation>1 / (1 − %1) = %2 Übertragungen je Paket, im Mittel</translation>
    </message>
    <message>
        <source>bursts of 1 / %1 = %2 packets, %3 of all packets
lost in all: %4</source>
        <translation>Schübe von 1 / %1 = %2 Paketen, %3 aller Pakete
insgesamt verloren: %4</translation>
    </message>
    <message>
        <source>%1 B / %2 B = room for %3 uploads</source>
        <translation>%1 B / %2 B = Platz für %3 Uploads</translation>
    </message>
    <message>
        <source>after %1, then %2, %3 and so on, up to 60 s</source>
        <translation>nach %1, dann %2, %3 und so weiter, bis zu 60 s</translation>
    </message>
    <message>
        <source>pays below (%1 − %2) / %3 = %4</source>
        <translation>lohnt sich unter (%1 − %2) / %3 = %4</translation>
    </message>
    <message>
        <source>%1 / %2 iterations an epoch = %3</source>
        <translation>%1 / %2 Iterationen je Epoche = %3</translation>
    </message>
    <message>
        <source>%1 uploads of %2 × %3 = %4 turns: %5</source>
        <translation>%1 Uploads von %2 × %3 = %4 möglichen: %5</translation>
    </message>
    <message>
        <source>%1 uploads × %2 = %3</source>
        <translation>%1 Uploads × %2 = %3</translation>
    </message>
    <message>
        <source>
SGD would have sent 32 × %1 × %2 × %3 = %4: %5 of it</source>
        <translation>
SGD hätte 32 × %1 × %2 × %3 = %4 gesendet: davon %5</translation>
    </message>
    <message>
        <source>%1 / %2 of values = %3 times as much</source>
        <translation>%1 / %2 an Werten = %3-mal so viel</translation>
    </message>
    <message>
        <source>%1 / %2 iterations = %3 each</source>
        <translation>%1 / %2 Iterationen = je %3</translation>
    </message>
    <message>
        <source>iteration %1: %2 uploads (%3 of them forced) and %4 skips, of %5 workers</source>
        <translation>Iteration %1: %2 Uploads (davon %3 erzwungen) und %4 Auslassungen, von %5 Workern</translation>
    </message>
    <message>
        <source>compute %1 + encode %2 + queue %3 + transfer %4 + latency %5 = %6</source>
        <translation>rechnen %1 + kodieren %2 + anstehen %3 + übertragen %4 + Latenz %5 = %6</translation>
    </message>
    <message>
        <source>%1 × 32 × %2 = %3 of values an upload</source>
        <translation>%1 × 32 × %2 = %3 an Werten je Upload</translation>
    </message>
    <message>
        <source>‖C(v) − v‖² / ‖v‖² = %1 in iteration %2; Top-k: at most 1 − %3 = %4</source>
        <translation>‖C(v) − v‖² / ‖v‖² = %1 in Iteration %2; Top-k: höchstens 1 − %3 = %4</translation>
    </message>
    <message>
        <source>%1 in iteration %2</source>
        <translation>%1 in Iteration %2</translation>
    </message>
    <message>
        <source>%1 right / %2 examples = %3, in iteration %4</source>
        <translation>%1 richtig / %2 Beispiele = %3, in Iteration %4</translation>
    </message>
    <message>
        <source>as papers count %1, entropy bound %2, coded %3; iteration %4</source>
        <translation>wie Papers zählen %1, Entropieschranke %2, kodiert %3; Iteration %4</translation>
    </message>
    <message>
        <source>
32 × %1 = %2 of values an upload</source>
        <translation>
32 × %1 = %2 an Werten je Upload</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>With what is not as usual</source>
        <translation>Mit dem, was vom Üblichen abweicht</translation>
    </message>
    <message>
        <source>Norm. variance</source>
        <translation>Norm. Varianz</translation>
    </message>
    <message>
        <source>‖C(x) − x‖² / ‖x‖², the mean of the draws ± the deviation of one draw, and of ditherings the exact expectation</source>
        <translation>‖C(x) − x‖² / ‖x‖², Mittel der Ziehungen ± Abweichung einer Ziehung, und bei Ditherings der genaue Erwartungswert</translation>
    </message>
    <message>
        <source>δ as it is</source>
        <translation>δ unskaliert</translation>
    </message>
    <message>
        <source>1 / (1 − normalised variance); none from 1 on</source>
        <translation>1 / (1 − normierte Varianz); keines ab 1</translation>
    </message>
    <message>
        <source>δ scaled</source>
        <translation>δ skaliert</translation>
    </message>
    <message>
        <source>Of the best multiple of C(x): m₂ / m₁², the δ of the paper’s Figure 3, and its proven upper bound</source>
        <translation>Vom besten Vielfachen von C(x): m₂ / m₁², das δ aus Abbildung 3 des Papers, und seine bewiesene obere Schranke</translation>
    </message>
    <message>
        <source>paper b</source>
        <translation>Paper-b</translation>
    </message>
    <message>
        <source>Bits per coordinate as the operator’s paper counts</source>
        <translation>Bits je Koordinate, wie das Paper des Operators zählt</translation>
    </message>
    <message>
        <source>entropy b</source>
        <translation>Entropie-b</translation>
    </message>
    <message>
        <source>Bits per coordinate that no code could go below</source>
        <translation>Bits je Koordinate, die kein Code unterschreiten könnte</translation>
    </message>
    <message>
        <source>wire b</source>
        <translation>Leitungs-b</translation>
    </message>
    <message>
        <source>Bits per coordinate of the bytes that really travel</source>
        <translation>Bits je Koordinate der tatsächlich übertragenen Bytes</translation>
    </message>
    <message>
        <source>encode</source>
        <translation>kodieren</translation>
    </message>
    <message>
        <source>Nanoseconds for one entry, the fastest of several</source>
        <translation>Nanosekunden für einen Eintrag, die schnellste von mehreren Messungen</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>dekodieren</translation>
    </message>
    <message>
        <source>ζ of U</source>
        <translation>ζ von U</translation>
    </message>
    <message>
        <source>E‖C(x)‖² / ‖x‖² here, and what an unbiased operator is proven to stay below</source>
        <translation>E‖C(x)‖² / ‖x‖² hier, und worunter ein unverzerrter Operator bewiesenermaßen bleibt</translation>
    </message>
    <message>
        <source>α of B¹</source>
        <translation>α von B¹</translation>
    </message>
    <message>
        <source>E‖C(x)‖² / ‖x‖² here, and its proven lower bound; the mean of few draws may by chance lie beyond what is proven</source>
        <translation>E‖C(x)‖² / ‖x‖² hier, und die bewiesene untere Schranke; das Mittel weniger Ziehungen kann zufällig jenseits des Bewiesenen liegen</translation>
    </message>
    <message>
        <source>β of B¹, B²</source>
        <translation>β von B¹, B²</translation>
    </message>
    <message>
        <source>E‖C(x)‖² / ⟨E C(x), x⟩ here, and its proven upper bound</source>
        <translation>E‖C(x)‖² / ⟨E C(x), x⟩ hier, und die bewiesene obere Schranke</translation>
    </message>
    <message>
        <source>γ of B²</source>
        <translation>γ von B²</translation>
    </message>
    <message>
        <source>⟨E C(x), x⟩ / ‖x‖² here, and its proven lower bound</source>
        <translation>⟨E C(x), x⟩ / ‖x‖² hier, und die bewiesene untere Schranke</translation>
    </message>
    <message>
        <source>δ of B³</source>
        <translation>δ von B³</translation>
    </message>
    <message>
        <source>1 / (1 − normalised variance) here, and its proven upper bound</source>
        <translation>1 / (1 − normierte Varianz) hier, und die bewiesene obere Schranke</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::Arrangement</name>
    <message>
        <source>Show as table</source>
        <translation>Tabelle zeigen</translation>
    </message>
    <message>
        <source>The numbers of the plot that has the focus, else of the first one seen</source>
        <translation>Die Zahlen des Diagramms, das den Fokus hat, sonst des ersten sichtbaren</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::Callout</name>
    <message>
        <source>Does what this step asks for</source>
        <translation>Tut, was dieser Schritt verlangt</translation>
    </message>
    <message>
        <source>Fa&amp;st-forward</source>
        <translation>&amp;Vorspulen</translation>
    </message>
    <message>
        <source>Goes on at once, without waiting for this step</source>
        <translation>Geht sofort weiter, ohne auf diesen Schritt zu warten</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation>Zum vorigen Schritt</translation>
    </message>
    <message>
        <source>R&amp;estart</source>
        <translation>V&amp;on vorn</translation>
    </message>
    <message>
        <source>From the first step</source>
        <translation>Ab dem ersten Schritt</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Ends the tour (Esc). Your settings come back</source>
        <translation>Beendet den Rundgang (Esc). Die vorigen Einstellungen kommen zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>To the next step</source>
        <translation>Zum nächsten Schritt</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Eintippen, was zu tun ist</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source> (on)</source>
        <translation> (an)</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CompressorFigureCard</name>
    <message>
        <source>A curve goes along the number of its operator that was moved last; the disc is where it stands now.</source>
        <translation>Eine Kurve folgt der Zahl ihres Operators, die zuletzt bewegt wurde; die Scheibe zeigt, wo sie jetzt steht.</translation>
    </message>
    <message>
        <source>Figure 1 of Beznosikov et al.: d = 10,000 Gaussian entries, k from d/32 to d. Dashed: 0.86^(b/d) and 1 − (b/d)/32.</source>
        <translation>Abbildung 1 aus Beznosikov et al.: d = 10&#x202f;000 gaußsche Einträge, k von d/32 bis d. Gestrichelt: 0.86^(b/d) und 1 − (b/d)/32.</translation>
    </message>
    <message>
        <source>Figure 2 of Beznosikov et al.: what 5 of 100 entries keep of ‖∇f‖² along gradient descent with these alone, step 1/L, on two quadratics and a logistic regression.</source>
        <translation>Abbildung 2 aus Beznosikov et al.: was 5 von 100 Einträgen von ‖∇f‖² behalten, beim Gradientenabstieg mit diesen allein, Schritt 1/L, auf zwei quadratischen Funktionen und einer logistischen Regression.</translation>
    </message>
    <message>
        <source>Figure 3 of Beznosikov et al.: d = 10,000 Gaussian entries, sparsifiers over k, ditherings over their levels, others a point. Further left and lower is better.</source>
        <translation>Abbildung 3 aus Beznosikov et al.: d = 10 000 gaußsche Einträge, ausgedünnte Vektoren über k, Ditherings über ihre Stufen, andere ein Punkt. Weiter links und unten ist besser.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Fig. 1</source>
        <translation>Abb. 1</translation>
    </message>
    <message>
        <source>Fig. 2</source>
        <translation>Abb. 2</translation>
    </message>
    <message>
        <source>Fig. 3</source>
        <translation>Abb. 3</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>paper b</source>
        <translation>Paper-b</translation>
    </message>
    <message>
        <source>entropy b</source>
        <translation>Entropie-b</translation>
    </message>
    <message>
        <source>wire b</source>
        <translation>Leitungs-b</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>δ</source>
        <translation>δ</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>encode</source>
        <translation>kodieren</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>dekodieren</translation>
    </message>
    <message>
        <source>Scale of the bits</source>
        <translation>Skala der Bits</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>lin</source>
        <translation>lin</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>misst</translation>
    </message>
    <message>
        <source>Add an operator, and its curve appears here.</source>
        <translation>Sobald ein Operator hinzugefügt ist, erscheint hier seine Kurve.</translation>
    </message>
    <message>
        <source>Bits per coordinate as the papers count them, as no code could go below, or of the bytes that really travel</source>
        <translation>Bits je Koordinate: wie die Papers zählen, wie kein Code sie unterschreiten könnte, oder der tatsächlich übertragenen Bytes</translation>
    </message>
    <message>
        <source>log₁₀ δ of the best multiple, normalised variance, or nanoseconds per entry</source>
        <translation>log₁₀ δ des besten Vielfachen, normierte Varianz oder Nanosekunden je Eintrag</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>PDF, for LaTeX…</source>
        <translation>PDF, für LaTeX …</translation>
    </message>
    <message>
        <source>SVG, for the web…</source>
        <translation>SVG, fürs Web …</translation>
    </message>
    <message>
        <source>PNG, for slides…</source>
        <translation>PNG, für Folien …</translation>
    </message>
    <message>
        <source>CSV, the points…</source>
        <translation>CSV, die Punkte …</translation>
    </message>
    <message>
        <source>Energy kept along descent</source>
        <translation>Im Abstieg behaltene Energie</translation>
    </message>
    <message>
        <source>Loss against bits</source>
        <translation>Verlust gegen Bits</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Misst</translation>
    </message>
    <message>
        <source>Nothing of this has a place on these axes.</source>
        <translation>Nichts davon hat auf diesen Achsen Platz.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CompressorLab</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Loss and cost</source>
        <translation>Verlust und Kosten</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Classes: what this vector shows of each class parameter, beside what is proven for all</source>
        <translation>Klassen: was dieser Vektor von jedem Klassenparameter zeigt, neben dem, was für alle bewiesen ist</translation>
    </message>
    <message>
        <source>Operators and their figures</source>
        <translation>Operatoren und ihre Kennzahlen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er bewirkt</translation>
    </message>
    <message>
        <source>Select an operator to see what it does to the vector.</source>
        <translation>Einen Operator wählen, um zu sehen, was er mit dem Vektor macht.</translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation>Was %1 bewirkt</translation>
    </message>
    <message>
        <source>%1: of %2 entries %3 became zero; the receiver sees %4 different values.</source>
        <translation>%1: Von %2 Einträgen wurden %3 null; der Empfänger sieht %4 verschiedene Werte.</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>&lt;span style=&apos;color:%1&apos;&gt;●&lt;/span&gt; received &amp;nbsp; &lt;span style=&apos;color:%2&apos;&gt;✕&lt;/span&gt; lost &amp;nbsp; &lt;span style=&apos;color:%3&apos;&gt;—&lt;/span&gt; original</source>
        <translation>&lt;span style=&apos;color:%1&apos;&gt;●&lt;/span&gt; empfangen &amp;nbsp; &lt;span style=&apos;color:%2&apos;&gt;✕&lt;/span&gt; verloren &amp;nbsp; &lt;span style=&apos;color:%3&apos;&gt;—&lt;/span&gt; Original</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ConditionsForm</name>
    <message>
        <source>Network of the model</source>
        <translation>Netzwerk des Modells</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>No run has observed the network yet: these are the experiment&apos;s values.</source>
        <translation>Noch hat kein Lauf das Netzwerk beobachtet: Dies sind die Werte des Experiments.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ConfusionPlot</name>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Wahre Klasse</translation>
    </message>
    <message>
        <source>Read right</source>
        <translation>Richtig gelesen</translation>
    </message>
    <message>
        <source>Share of the row</source>
        <translation>Anteil der Zeile</translation>
    </message>
    <message>
        <source>Confusion matrix of the test set</source>
        <translation>Konfusionsmatrix der Testdaten</translation>
    </message>
    <message>
        <source>%1 read as %2: %3 of %4 (%5)</source>
        <translation>%1 als %2 gelesen: %3 von %4 (%5)</translation>
    </message>
    <message>
        <source>Every example was read right</source>
        <translation>Jedes Beispiel wurde richtig gelesen</translation>
    </message>
    <message>
        <source>Most often mistaken: %1</source>
        <translation>Am häufigsten verwechselt: %1</translation>
    </message>
    <message>
        <source>read as %1</source>
        <translation>gelesen als %1</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CrashCard</name>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Do not name this crash again</source>
        <translation>Diesen Absturz nicht mehr melden</translation>
    </message>
    <message>
        <source>%1 crashed on %2. A report says what was going on. It was sent nowhere.</source>
        <translation>%1 ist am %2 abgestürzt. Ein Bericht sagt, was gerade geschah. Er wurde nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>It is no longer there</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CriterionPlot</name>
    <message>
        <source>Worker whose skipping rule is shown</source>
        <translation>Worker, dessen Auslassregel gezeigt wird</translation>
    </message>
    <message>
        <source>Also chosen by a click on a row of “Who spoke”</source>
        <translation>Auch durch Klick auf eine Zeile von „Wer sprach“ wählbar</translation>
    </message>
    <message>
        <source>Why worker</source>
        <translation>Warum Worker</translation>
    </message>
    <message>
        <source>uploads</source>
        <translation>hochlädt</translation>
    </message>
    <message>
        <source>The skipping rule of one worker</source>
        <translation>Die Auslassregel eines Workers</translation>
    </message>
    <message>
        <source>This run was read back from its folder, which does not keep both sides of the rule.</source>
        <translation>Dieser Lauf wurde aus seinem Ordner gelesen, der die beiden Seiten der Regel nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Both sides of the skipping rule appear as a run trains.</source>
        <translation>Beide Seiten der Auslassregel erscheinen, während ein Lauf trainiert.</translation>
    </message>
    <message>
        <source>%1 has no skipping rule: every worker uploads in every iteration.</source>
        <translation>%1 hat keine Auslassregel: Jeder Worker lädt in jeder Iteration hoch.</translation>
    </message>
    <message>
        <source>Squared norm</source>
        <translation>Quadrierte Norm</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>it</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Worker %1, iteration %2</source>
        <translation>Worker %1, Iteration %2</translation>
    </message>
    <message>
        <source>The skipping rule of worker %1</source>
        <translation>Die Auslassregel von Worker %1</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Change, squared norm</source>
        <translation>Änderung, quadrierte Norm</translation>
    </message>
    <message>
        <source>Threshold, squared norm</source>
        <translation>Schwelle, quadrierte Norm</translation>
    </message>
    <message>
        <source>What the worker did</source>
        <translation>Was der Worker tat</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CurveThumbnail</name>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>%1. Curves: %2</source>
        <translation>%1. Kurven: %2</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CurvesFigure</name>
    <message>
        <source>No curves yet</source>
        <translation>Noch keine Kurven</translation>
    </message>
    <message>
        <source>Start a run, and its loss and accuracy appear here as it trains.</source>
        <translation>Sobald ein Lauf beginnt, erscheinen hier sein Verlust und seine Genauigkeit.</translation>
    </message>
    <message>
        <source>All runs are hidden</source>
        <translation>Alle Läufe sind ausgeblendet</translation>
    </message>
    <message>
        <source>Click a name in the legend to show its curves.</source>
        <translation>Ein Klick auf einen Namen in der Legende zeigt seine Kurven.</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>Bereitet %1 vor</translation>
    </message>
    <message>
        <source>Reading the data and making the model. The first point follows.</source>
        <translation>Liest die Daten und baut das Modell. Der erste Punkt folgt.</translation>
    </message>
    <message>
        <source>%1 could not start</source>
        <translation>%1 konnte nicht beginnen</translation>
    </message>
    <message>
        <source>The message above says why; so does the run&apos;s entry in the table, if you point at it.</source>
        <translation>Warum, sagt die Meldung oben; auch der Eintrag des Laufs in der Tabelle, wenn der Mauszeiger auf ihm steht.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CurvesHeader</name>
    <message>
        <source>x axis</source>
        <translation>x-Achse</translation>
    </message>
    <message>
        <source>x axis scale</source>
        <translation>Skala der x-Achse</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>lin</source>
        <translation>lin</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Which loss, its scale, and smoothing</source>
        <translation>Welcher Verlust, seine Skala und Glättung</translation>
    </message>
    <message>
        <source>Upper plot</source>
        <translation>Oberes Diagramm</translation>
    </message>
    <message>
        <source>Loss axis</source>
        <translation>Verlustachse</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Looks back only: what is drawn never moves as training goes on.</source>
        <translation>Blickt nur zurück: Was gezeichnet ist, bewegt sich im weiteren Training nicht.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::CurvesPlot</name>
    <message>
        <source>Loss and accuracy of all runs</source>
        <translation>Verlust und Genauigkeit aller Läufe</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Show all of the curves again and follow the newest point</source>
        <translation>Wieder die ganzen Kurven zeigen und dem neuesten Punkt folgen</translation>
    </message>
    <message>
        <source>Right button: set back, rewind, fork</source>
        <translation>Rechte Taste: zurücksetzen, zurückspulen, abzweigen</translation>
    </message>
    <message>
        <source>Loss and accuracy</source>
        <translation>Verlust und Genauigkeit</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DataDialog</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Downloads go to %1.</source>
        <translation>Downloads landen in %1.</translation>
    </message>
    <message>
        <source>Looking for datasets…</source>
        <translation>Sucht Datensätze …</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>The publisher&apos;s mirrors</source>
        <translation>Spiegelserver des Herausgebers</translation>
    </message>
    <message>
        <source>Download from</source>
        <translation>Herunterladen von</translation>
    </message>
    <message>
        <source>Another address, or a folder that has the files</source>
        <translation>Eine andere Adresse oder ein Ordner mit den Dateien</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>there</source>
        <translation>da</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>A folder that has the files</source>
        <translation>Ein Ordner mit den Dateien</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>%1B of %2B</source>
        <translation>%1B von %2B</translation>
    </message>
    <message>
        <source>%1 from %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 ist da.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DataFetch</name>
    <message>
        <source>Another transfer is going on.</source>
        <translation>Eine andere Übertragung läuft gerade.</translation>
    </message>
    <message>
        <source>There is nowhere to put it.</source>
        <translation>Es gibt keinen Ort dafür.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DataPage</name>
    <message>
        <source>What to show</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>What each worker has to learn from appears when a run begins.</source>
        <translation>Woraus jeder Worker lernt, erscheint, wenn ein Lauf beginnt.</translation>
    </message>
    <message>
        <source>Press Space to begin one; choose the partition in the form to see how evenly it deals the classes out.</source>
        <translation>Die Leertaste beginnt einen; die Aufteilung im Formular bestimmt, wie gleichmäßig die Klassen verteilt werden.</translation>
    </message>
    <message>
        <source>%1 trains a convex problem, which brings its own functions: there are no images.</source>
        <translation>%1 trainiert ein konvexes Problem, das seine eigenen Funktionen mitbringt: Bilder gibt es keine.</translation>
    </message>
    <message>
        <source>%1 was read back from its folder, which holds no images.</source>
        <translation>%1 wurde aus seinem Ordner gelesen, der keine Bilder enthält.</translation>
    </message>
    <message>
        <source>The same experiment, run again, deals out the same.</source>
        <translation>Dasselbe Experiment, erneut ausgeführt, verteilt genauso.</translation>
    </message>
    <message>
        <source>%1 could not begin, so nothing was dealt out.</source>
        <translation>%1 konnte nicht beginnen, also wurde nichts verteilt.</translation>
    </message>
    <message>
        <source>The data of %1 are being read.</source>
        <translation>Die Daten von %1 werden gelesen.</translation>
    </message>
    <message>
        <source>%1 over %2 workers, %3: mean distance %4</source>
        <translation>%1 auf %2 Workern, %3: mittlerer Abstand %4</translation>
    </message>
    <message>
        <source>Bars: a worker&apos;s examples of each class, on one scale up to %1; the line is what it would have if classes were dealt out evenly. Distance 0: like all workers together.</source>
        <translation>Balken: Beispiele eines Workers von jeder Klasse, auf gemeinsamer Skala bis %1; die Linie ist, was er bei gleichmäßig verteilten Klassen hätte. Abstand 0: wie alle Worker zusammen.</translation>
    </message>
    <message>
        <source>Which classes are taken for each other appears when a run is first evaluated.</source>
        <translation>Welche Klassen verwechselt werden, erscheint, wenn ein Lauf zum ersten Mal ausgewertet wird.</translation>
    </message>
    <message>
        <source>Press Space to begin one.</source>
        <translation>Die Leertaste beginnt einen.</translation>
    </message>
    <message>
        <source>%1 trains a convex problem: there are no classes to take for each other.</source>
        <translation>%1 trainiert ein konvexes Problem: Es gibt keine Klassen, die zu verwechseln wären.</translation>
    </message>
    <message>
        <source>%1 was read back from its folder, which holds no confusion.csv.</source>
        <translation>%1 wurde aus seinem Ordner gelesen, der keine confusion.csv enthält.</translation>
    </message>
    <message>
        <source>The confusion matrix of %1 appears when it is first evaluated.</source>
        <translation>Die Konfusionsmatrix von %1 erscheint mit der ersten Auswertung.</translation>
    </message>
    <message>
        <source>%1, iteration %2: %3 of %4 test examples read right</source>
        <translation>%1, Iteration %2: %3 von %4 Testbeispielen richtig gelesen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DifferenceTable</name>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::DockHandle</name>
    <message>
        <source>Drag to the other side, onto another panel, or out of the window</source>
        <translation>Auf die andere Seite, auf ein anderes Feld oder aus dem Fenster ziehen</translation>
    </message>
    <message>
        <source>Put “%1” back into the window</source>
        <translation>„%1“ zurück ins Fenster setzen</translation>
    </message>
    <message>
        <source>“%1” in a window of its own</source>
        <translation>„%1“ in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Close “%1”</source>
        <translation>„%1“ schließen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ExperimentPanel</name>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>How many weights the model has, d</source>
        <translation>Wie viele Gewichte das Modell hat, d</translation>
    </message>
    <message>
        <source>Bits per upload</source>
        <translation>Bits je Upload</translation>
    </message>
    <message>
        <source>Payload of one upload, on average over the last 100 iterations</source>
        <translation>Nutzdaten eines Uploads, im Mittel der letzten 100 Iterationen</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>How long the next run takes on this machine: “about” by the last run of the same data, model, cluster, algorithm and compressor, “roughly” by what the model has to compute</source>
        <translation>Wie lange der nächste Lauf auf diesem Rechner dauert: „etwa“ nach dem letzten Lauf, der in Daten, Modell, Cluster, Algorithmus und Kompressor übereinstimmt, „grob“ nach dem, was das Modell zu rechnen hat</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Parameter: %1</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Initial weights, minibatches and all other chance come from it</source>
        <translation>Von ihm kommen Anfangsgewichte, Minibatches und aller übrige Zufall</translation>
    </message>
    <message>
        <source>Does not go together: %1</source>
        <translation>Passt nicht zusammen: %1</translation>
    </message>
    <message>
        <source>Changed: Rewind runs it anew.</source>
        <translation>Geändert: „Zurückspulen“ führt ihn neu aus.</translation>
    </message>
    <message>
        <source>Edits here make the next run.</source>
        <translation>Änderungen gelten für den nächsten Lauf.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ExplainActions</name>
    <message>
        <source>Explain what has the focus</source>
        <translation>Erklären, was den Fokus hat</translation>
    </message>
    <message>
        <source>The next click explains what it meets, and does nothing else</source>
        <translation>Der nächste Klick erklärt, was er trifft, und tut sonst nichts</translation>
    </message>
    <message>
        <source>Explain this</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>%1 explains more</source>
        <translation>%1 erklärt mehr</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ExplanationCard</name>
    <message>
        <source>Go on to what gets the focus</source>
        <translation>Dem Fokus folgen</translation>
    </message>
    <message>
        <source>Explain this</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>The card then explains each control that you go to</source>
        <translation>Die Karte erklärt dann jedes Bedienelement, das den Fokus bekommt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The numbers now</source>
        <translation>Aktuelle Zahlen</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>See also: %1</source>
        <translation>Siehe auch: %1</translation>
    </message>
    <message>
        <source>More of it in the manual</source>
        <translation>Mehr dazu im Handbuch</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Explain this: %1</source>
        <translation>Erklären: %1</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ExportDialog</name>
    <message>
        <source>PDF, for LaTeX</source>
        <translation>PDF, für LaTeX</translation>
    </message>
    <message>
        <source>SVG, for the web</source>
        <translation>SVG, fürs Web</translation>
    </message>
    <message>
        <source>PNG, for slides</source>
        <translation>PNG, für Folien</translation>
    </message>
    <message>
        <source>CSV, the records</source>
        <translation>CSV, die Messwerte</translation>
    </message>
    <message>
        <source>Light, for paper</source>
        <translation>Hell, für Papier</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What is seen now</source>
        <translation>Was jetzt zu sehen ist</translation>
    </message>
    <message>
        <source>Target line</source>
        <translation>Ziellinie</translation>
    </message>
    <message>
        <source>Marks of changes</source>
        <translation>Marken der Änderungen</translation>
    </message>
    <message>
        <source>Settings and changes of the runs</source>
        <translation>Einstellungen und Änderungen der Läufe</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Within the file, unseen. Drop it on the window to repeat a run</source>
        <translation>Unsichtbar in der Datei. Wird sie auf das Fenster gezogen, lässt sich ein Lauf wiederholen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::FigureDialog</name>
    <message>
        <source> · seed %1</source>
        <translation> · Startwert %1</translation>
    </message>
    <message>
        <source> · one change on the way</source>
        <translation> · eine Änderung unterwegs</translation>
    </message>
    <message>
        <source> · %1 changes on the way</source>
        <translation> · %1 Änderungen unterwegs</translation>
    </message>
    <message>
        <source>Runs of a figure</source>
        <translation>Läufe einer Abbildung</translation>
    </message>
    <message>
        <source>Runs that the figure shows</source>
        <translation>Läufe, die die Abbildung zeigt</translation>
    </message>
    <message>
        <source>%1 carries the settings of %2 runs. Which one?</source>
        <translation>%1 enthält die Einstellungen von %2 Läufen. Welcher soll es sein?</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>With the changes of its journal, at the same iterations</source>
        <translation>Mit den Änderungen seines Journals, in denselben Iterationen</translation>
    </message>
    <message>
        <source>Its settings only</source>
        <translation>Nur Einstellungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ForkDialog</name>
    <message>
        <source>Fork from iteration %1</source>
        <translation>Abzweigung ab Iteration %1</translation>
    </message>
    <message>
        <source>A new run that shares the first %1 iterations with %2 and then goes on with the values below. %2 stays as it is.</source>
        <translation>Ein neuer Lauf, der die ersten %1 Iterationen mit %2 teilt und dann mit den Werten unten weiterläuft. %2 bleibt unverändert.</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Abzweigen</translation>
    </message>
    <message>
        <source>Nothing is changed yet: it will go on as %1 did, until you change something.</source>
        <translation>Noch ist nichts geändert: Er läuft weiter wie %1, bis etwas geändert wird.</translation>
    </message>
    <message>
        <source>One value is changed.</source>
        <translation>Ein Wert ist geändert.</translation>
    </message>
    <message>
        <source>%1 values are changed.</source>
        <translation>%1 Werte sind geändert.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::FrontPlot</name>
    <message>
        <source>Pareto front of the sweep</source>
        <translation>Pareto-Front der Parameterstudie</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>On the front</source>
        <translation>Auf der Front</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::GridHeatMap</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>φ %1</source>
        <translation>φ %1</translation>
    </message>
    <message>
        <source>Kept fraction %1, staleness %2: %3 of %4 runs done</source>
        <translation>Behaltener Anteil %1, Veraltung %2: %3 von %4 Läufen fertig</translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation>%1 divergiert</translation>
    </message>
    <message>
        <source>Residual ‖e‖²: %1</source>
        <translation>Residuum ‖e‖²: %1</translation>
    </message>
    <message>
        <source>Target after %1 iterations, %2 of simulated time, in %3 of %4 runs</source>
        <translation>Ziel nach %1 Iterationen, %2 simulierter Zeit, in %3 von %4 Läufen</translation>
    </message>
    <message>
        <source>The target was never reached</source>
        <translation>Das Ziel wurde nie erreicht</translation>
    </message>
    <message>
        <source>φ by the model: %1</source>
        <translation>φ nach dem Modell: %1</translation>
    </message>
    <message>
        <source>Measured grid over kept fraction and staleness</source>
        <translation>Gemessenes Gitter über behaltenem Anteil und Veraltung</translation>
    </message>
    <message>
        <source>Kept fraction δ</source>
        <translation>Behaltener Anteil δ</translation>
    </message>
    <message>
        <source>Staleness τ, iterations</source>
        <translation>Veraltung τ, Iterationen</translation>
    </message>
    <message>
        <source>Nothing measured yet. “Measure” trains once at every point of a small grid and fills it in as the runs end.</source>
        <translation>Noch nichts gemessen. „Messen“ trainiert je einmal an jedem Punkt eines kleinen Gitters und füllt es, während die Läufe fertig werden.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::HistoryActions</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The run goes on. What happened in between stays</source>
        <translation>Der Lauf geht weiter. Was dazwischen geschah, bleibt</translation>
    </message>
    <message>
        <source>Rewind to before the last change</source>
        <translation>Bis vor die letzte Änderung zurückspulen</translation>
    </message>
    <message>
        <source>Rewind to before %1</source>
        <translation>Zurückspulen bis vor: %1</translation>
    </message>
    <message>
        <source>A new run that goes back to iteration %1 and goes on without that change. %2 stays as it is</source>
        <translation>Ein neuer Lauf, der zu Iteration %1 zurückgeht und ohne diese Änderung weiterläuft. %2 bleibt unverändert</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LabChartPlot</name>
    <message>
        <source>What operators lose against what they send</source>
        <translation>Verlust der Operatoren gegen das, was sie senden</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4, %5 %6</source>
        <translation>%1 %2: %3 %4, %5 %6</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Its parameter</source>
        <translation>Parameter</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LabEffectPlot</name>
    <message>
        <source>What the operator did to the vector</source>
        <translation>Was der Operator mit dem Vektor gemacht hat</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Rank of |x|</source>
        <translation>Rang von |x|</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Entry x</source>
        <translation>Eintrag x</translation>
    </message>
    <message>
        <source>Received C(x)</source>
        <translation>Empfangen C(x)</translation>
    </message>
    <message>
        <source>Error C(x) − x</source>
        <translation>Fehler C(x) − x</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Received magnitude</source>
        <translation>Empfangener Betrag</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LabGridCard</name>
    <message>
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
    <message>
        <source>φ</source>
        <translation>φ</translation>
    </message>
    <message>
        <source>Open last</source>
        <translation>Letzte öffnen</translation>
    </message>
    <message>
        <source>The measurement that was begun last</source>
        <translation>Die zuletzt begonnene Messung</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>Als CSV …</translation>
    </message>
    <message>
        <source>One row for every run</source>
        <translation>Eine Zeile für jeden Lauf</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>What carries out the selected cell’s run on the command line: every cell is an ordinary “telegrad-cli run”</source>
        <translation>Was den Lauf der gewählten Zelle auf der Befehlszeile ausführt: Jede Zelle ist ein gewöhnliches „telegrad-cli run“</translation>
    </message>
    <message>
        <source>Residual: the squared norm ‖e‖² of what compression has left out, averaged over workers and the second half of a run. Iterations and simulated time: to the target accuracy. φ: the model at the same points.</source>
        <translation>Residuum: die quadrierte Norm ‖e‖² dessen, was die Kompression weggelassen hat, gemittelt über die Worker und die zweite Hälfte eines Laufs. Iterationen und simulierte Zeit: bis zur Zielgenauigkeit. φ: das Modell an denselben Punkten.</translation>
    </message>
    <message>
        <source>Measurement: real runs</source>
        <translation>Messung: echte Läufe</translation>
    </message>
    <message>
        <source>Every cell trains DD-EF-SGD from the start, on this machine. Under the figure: its change since the lowest row, and that of φ.</source>
        <translation>Jede Zelle trainiert DD-EF-SGD von Anfang an, auf diesem Rechner. Unter der Zahl: ihre Änderung gegenüber der untersten Zeile und die von φ.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>%1; the cells are of other settings</source>
        <translation>%1; die Zellen haben andere Einstellungen</translation>
    </message>
    <message>
        <source>%1 of %2 runs, saved</source>
        <translation>%1 von %2 Läufen, gespeichert</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Bricht ab</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
    <message>
        <source>Save the measurement</source>
        <translation>Messung speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LabMapCard</name>
    <message>
        <source>φ grows with staleness by</source>
        <translation>φ wächst mit der Veraltung um</translation>
    </message>
    <message>
        <source>1 / (1 − δ/2)</source>
        <translation>1 / (1 − δ/2)</translation>
    </message>
    <message>
        <source>1 / (1 − δ)</source>
        <translation>1 / (1 − δ)</translation>
    </message>
    <message>
        <source>Model: compression noise φ</source>
        <translation>Modell: Kompressionsrauschen φ</translation>
    </message>
    <message>
        <source>By which DeCo-SGD weighs a kept fraction and a staleness. It is the decision rule’s model, not an observation.</source>
        <translation>Danach wägt DeCo-SGD behaltenen Anteil und Veraltung ab. Es ist das Modell der Entscheidungsregel, keine Beobachtung.</translation>
    </message>
    <message>
        <source>φ grows per iteration of staleness by</source>
        <translation>φ wächst je Iteration Veraltung um</translation>
    </message>
    <message>
        <source>The first follows from the residual of error feedback; the second is how a survey prints it.</source>
        <translation>Das erste folgt aus dem Residuum der Fehlerrückführung; das zweite steht so in einem Übersichtsartikel.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LayersModel</name>
    <message>
        <source>What compression does to each layer appears as a run trains.</source>
        <translation>Was die Kompression mit jeder Schicht macht, erscheint, während ein Lauf trainiert.</translation>
    </message>
    <message>
        <source>%1 was read back from its folder; its layers are in layers.csv there.</source>
        <translation>%1 wurde aus seinem Ordner gelesen; seine Schichten stehen dort in layers.csv.</translation>
    </message>
    <message>
        <source>%1, iteration %2: what was sent beside what was to be sent, over all workers that uploaded</source>
        <translation>%1, Iteration %2: was gesendet wurde, neben dem, was zu senden war, über alle Worker, die hochluden</translation>
    </message>
    <message>
        <source>The layers of %1 appear when it is first evaluated.</source>
        <translation>Die Schichten von %1 erscheinen mit der ersten Auswertung.</translation>
    </message>
    <message>
        <source>%1 writes messages of its own, which no compressor made.</source>
        <translation>%1 schreibt eigene Nachrichten, die von keinem Kompressor stammen.</translation>
    </message>
    <message>
        <source>A message, mean: %1bit as papers count, %2bit by the entropy bound, %3bit as coded</source>
        <translation>Eine Nachricht, Mittel: %1bit nach Zählung der Papers, %2bit nach der Entropieschranke, %3bit kodiert</translation>
    </message>
    <message>
        <source>%1: %2, %3 entries</source>
        <translation>%1: %2, %3 Einträge</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>The model&apos;s tensor</source>
        <translation>Der Tensor des Modells</translation>
    </message>
    <message>
        <source>Its extents, slowest first</source>
        <translation>Ausdehnungen, langsamste zuerst</translation>
    </message>
    <message>
        <source>How many numbers it has</source>
        <translation>Wie viele Zahlen er hat</translation>
    </message>
    <message>
        <source>Share of its entries that were sent and are not zero, mean over workers</source>
        <translation>Anteil seiner Einträge, die gesendet wurden und nicht null sind, Mittel über die Worker</translation>
    </message>
    <message>
        <source>Σ ‖C(v) − v‖² / Σ ‖v‖²: of what was to be sent, gradient and residual together, the share that compression changed or left out</source>
        <translation>Σ ‖C(v) − v‖² / Σ ‖v‖²: welchen Anteil dessen, was zu senden war, Gradient und Residuum zusammen, die Kompression verändert oder weggelassen hat</translation>
    </message>
    <message>
        <source>Root mean square over workers of ‖C(v) − v‖: with error feedback, the residual that is kept for later</source>
        <translation>Quadratisches Mittel über die Worker von ‖C(v) − v‖: mit Fehlerrückführung das Residuum, das für später behalten wird</translation>
    </message>
    <message>
        <source>Between what was sent and the gradients of the workers&apos; minibatches: 1 is the same direction</source>
        <translation>Zwischen dem, was gesendet wurde, und den Gradienten der Minibatches der Worker: 1 ist dieselbe Richtung</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LayersPage</name>
    <message>
        <source>What compression does to each layer</source>
        <translation>Was die Kompression mit jeder Schicht macht</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::Layouts</name>
    <message>
        <source>Layouts</source>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save this layout…</source>
        <translation>Anordnung speichern …</translation>
    </message>
    <message>
        <source>Default layout</source>
        <translation>Standardanordnung</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>In einem eigenen Fenster</translation>
    </message>
    <message>
        <source>As a tab beside the other panel</source>
        <translation>Als Reiter neben dem anderen Feld</translation>
    </message>
    <message>
        <source>Save this layout</source>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <source>Its name; a layout that has it already is replaced:</source>
        <translation>Name der Anordnung; eine, die schon so heißt, wird ersetzt:</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LegendEntry</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>eingeblendet</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>%1
Click: show or hide. Double click: show alone.</source>
        <translation>%1
Klick: ein- oder ausblenden. Doppelklick: allein zeigen.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LegendStrip</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LibraryPlot</name>
    <message>
        <source>No curves yet</source>
        <translation>Noch keine Kurven</translation>
    </message>
    <message>
        <source>Curves of the shown runs</source>
        <translation>Kurven der eingeblendeten Läufe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LiveControl</name>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück auf %1</translation>
    </message>
    <message>
        <source>takes effect at iteration %1</source>
        <translation>wirkt ab Iteration %1</translation>
    </message>
    <message>
        <source>in force since iteration %1</source>
        <translation>gilt seit Iteration %1</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::LiveControlsPanel</name>
    <message>
        <source>Nothing in this experiment can change while it runs.</source>
        <translation>An diesem Experiment lässt sich nichts ändern, während es läuft.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::MainWindow</name>
    <message>
        <source>Experiment and runs</source>
        <translation>Experiment und Läufe</translation>
    </message>
    <message>
        <source>Live controls</source>
        <translation>Live-Regler</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>Wer sprach</translation>
    </message>
    <message>
        <source>Why a worker uploads</source>
        <translation>Warum ein Worker hochlädt</translation>
    </message>
    <message>
        <source>Follow the newest data</source>
        <translation>Neuesten Daten folgen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation>Experiment öffnen</translation>
    </message>
    <message>
        <source>Experiments, and figures that carry some (*.toml *.png *.svg *.pdf)</source>
        <translation>Experimente und Abbildungen, die welche enthalten (*.toml *.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Open run folder</source>
        <translation>Laufordner öffnen</translation>
    </message>
    <message>
        <source>Save experiment as</source>
        <translation>Experiment speichern unter</translation>
    </message>
    <message>
        <source>Experiments (*.toml)</source>
        <translation>Experimente (*.toml)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 ist da.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>About Telegrad</source>
        <translation>Über Telegrad</translation>
    </message>
    <message>
        <source>&lt;b&gt;Telegrad %1&lt;/b&gt;&lt;p&gt;A lab for communication-efficient distributed training.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Telegrad %1&lt;/b&gt;&lt;p&gt;Ein Labor für kommunikationseffizientes verteiltes Training.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>For the run&apos;s journal, and marked on its curves:</source>
        <translation>Für das Journal des Laufs, und auf seinen Kurven markiert:</translation>
    </message>
    <message>
        <source>Noted at iteration %1. The mark appears when the run goes on.</source>
        <translation>Notiert bei Iteration %1. Die Marke erscheint, wenn der Lauf weiterläuft.</translation>
    </message>
    <message>
        <source>%1 is a run of its own: it shares the first %2 iterations with %3, which stays as it is.</source>
        <translation>%1 ist ein eigener Lauf: Er teilt die ersten %2 Iterationen mit %3, der unverändert bleibt.</translation>
    </message>
    <message>
        <source>The run waits: %1. Make room; it then goes on where it is, and nothing is lost.</source>
        <translation>Der Lauf wartet: %1. Sobald Platz geschaffen ist, läuft er dort weiter, wo er ist, und nichts geht verloren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeat with its 1 change</source>
        <translation>Mit 1 Änderung wiederholen</translation>
    </message>
    <message>
        <source>Repeat with its %1 changes</source>
        <translation>Mit %1 Änderungen wiederholen</translation>
    </message>
    <message>
        <source>The settings of %1, from %2.</source>
        <translation>Die Einstellungen von %1, aus %2.</translation>
    </message>
    <message>
        <source> It began with weights of a file, which a figure does not carry.</source>
        <translation> Der Lauf begann mit Gewichten aus einer Datei; Gewichte enthält eine Abbildung nicht.</translation>
    </message>
    <message>
        <source>No command line leads to this experiment; save it as a file.</source>
        <translation>Keine Befehlszeile führt zu diesem Experiment; es lässt sich als Datei speichern.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source> Without the changes made on the way: the run was kept in no folder.</source>
        <translation> Ohne die Änderungen unterwegs: Der Lauf wurde in keinem Ordner aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>Es gibt noch keinen Lauf.</translation>
    </message>
    <message>
        <source>%1 has no iteration in a folder yet.</source>
        <translation>%1 hat noch keine Iteration in einem Ordner.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save the report as</source>
        <translation>Bericht speichern unter</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Folder for the event file of %1</source>
        <translation>Ordner für die Ereignisdatei von %1</translation>
    </message>
    <message>
        <source>%1 finished after %2 iterations. Change something and press Space: the next run is drawn over this one.</source>
        <translation>%1 ist nach %2 Iterationen fertig. Etwas ändern und die Leertaste drücken: Der nächste Lauf wird über diesen gezeichnet.</translation>
    </message>
    <message>
        <source>%1 diverged: after iteration %2 its numbers are no longer finite. A smaller learning rate may help.</source>
        <translation>%1 divergiert: Nach Iteration %2 sind seine Zahlen nicht mehr endlich. Eine kleinere Lernrate kann helfen.</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>Zurückspulen</translation>
    </message>
    <message>
        <source>Get the data…</source>
        <translation>Daten laden …</translation>
    </message>
    <message>
        <source>Press Space to train %1 on %2 with %3.</source>
        <translation>Leertaste: %1 auf %2 mit %3 trainieren.</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Worker</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Worker</translation>
    </message>
    <message>
        <source>Here for the first time? A tour of five minutes trains a real run and shows what this is about. Or press Space to begin by yourself.</source>
        <translation>Zum ersten Mal hier? Ein Rundgang von fünf Minuten trainiert einen echten Lauf und zeigt, worum es geht. Oder mit der Leertaste gleich selbst beginnen.</translation>
    </message>
    <message>
        <source>Begin the tour</source>
        <translation>Rundgang beginnen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ManualView</name>
    <message>
        <source>Page of the manual</source>
        <translation>Seite des Handbuchs</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ManualWindow</name>
    <message>
        <source>Manual of Telegrad</source>
        <translation>Handbuch von Telegrad</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Formulas in words</source>
        <translation>Formeln in Worten</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>The first %1 lines</source>
        <translation>Die ersten %1 Zeilen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::MapLegend</name>
    <message>
        <source>Marks of the map</source>
        <translation>Marken der Karte</translation>
    </message>
    <message>
        <source>network hidden behind computing</source>
        <translation>Netzwerk vom Rechnen verdeckt</translation>
    </message>
    <message>
        <source>DeCo’s candidates</source>
        <translation>DeCos Kandidaten</translation>
    </message>
    <message>
        <source>DeCo’s choice</source>
        <translation>DeCos Wahl</translation>
    </message>
    <message>
        <source>the run in focus</source>
        <translation>der Lauf im Fokus</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::NetworkCard</name>
    <message>
        <source>Cut off</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>takes effect at iteration %1</source>
        <translation>wirkt ab Iteration %1</translation>
    </message>
    <message>
        <source>in force since iteration %1</source>
        <translation>gilt seit Iteration %1</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::NetworkPage</name>
    <message>
        <source>cut off</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>%1 × slower</source>
        <translation>%1 × langsamer</translation>
    </message>
    <message>
        <source>links %1</source>
        <translation>Leitung %1</translation>
    </message>
    <message>
        <source>Time within what is played</source>
        <translation>Zeitpunkt im Abgespielten</translation>
    </message>
    <message>
        <source>Hold or play the picture; the run is not touched</source>
        <translation>Das Bild anhalten oder abspielen; der Lauf bleibt unberührt</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Slower: half the simulated time in a second</source>
        <translation>Langsamer: halb so viel simulierte Zeit je Sekunde</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Faster: twice the simulated time in a second</source>
        <translation>Schneller: doppelt so viel simulierte Zeit je Sekunde</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>To the newest iterations</source>
        <translation>Zu den neuesten Iterationen</translation>
    </message>
    <message>
        <source>Reading the data and making the model …</source>
        <translation>Liest die Daten und baut das Modell …</translation>
    </message>
    <message>
        <source>Paused. Run or Step shows the messages of the iterations that follow.</source>
        <translation>Angehalten. „Fortsetzen“ oder „Schritt“ zeigt die Nachrichten der folgenden Iterationen.</translation>
    </message>
    <message>
        <source>Messages appear with the next iteration.</source>
        <translation>Nachrichten erscheinen mit der nächsten Iteration.</translation>
    </message>
    <message>
        <source>This run was read back from its folder, which does not keep its messages. Run shows those of the next one.</source>
        <translation>Dieser Lauf wurde aus seinem Ordner gelesen, der seine Nachrichten nicht aufbewahrt. „Start“ zeigt die des nächsten.</translation>
    </message>
    <message>
        <source>The run ended before this page was opened. Rewind runs it again, with its messages.</source>
        <translation>Der Lauf endete, bevor diese Seite geöffnet wurde. „Zurückspulen“ führt ihn noch einmal aus, mit seinen Nachrichten.</translation>
    </message>
    <message>
        <source>Press Run: workers compute, and their messages travel here in simulated time.</source>
        <translation>„Start“ drücken: Die Worker rechnen, und ihre Nachrichten reisen hier in simulierter Zeit.</translation>
    </message>
    <message>
        <source>Simulated network</source>
        <translation>Simuliertes Netzwerk</translation>
    </message>
    <message>
        <source>Click a worker or a link, or press an arrow key, to change it.</source>
        <translation>Zum Ändern einen Worker oder eine Leitung anklicken oder eine Pfeiltaste drücken.</translation>
    </message>
    <message>
        <source>Iteration %1, %2s of %3s</source>
        <translation>Iteration %1, %2s von %3s</translation>
    </message>
    <message>
        <source>a second here is %1s there</source>
        <translation>eine Sekunde hier sind %1s dort</translation>
    </message>
    <message>
        <source>Worker %1</source>
        <translation>Worker %1</translation>
    </message>
    <message>
        <source>Server and shared links</source>
        <translation>Server und gemeinsame Leitungen</translation>
    </message>
    <message>
        <source>All links</source>
        <translation>Alle Leitungen</translation>
    </message>
    <message>
        <source>What every upload and broadcast goes through.</source>
        <translation>Wodurch jeder Upload und jeder Broadcast geht.</translation>
    </message>
    <message>
        <source>Choose a worker in the picture to change it alone.</source>
        <translation>Einen Worker im Bild wählen, um ihn allein zu ändern.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::NetworkPlot</name>
    <message>
        <source>in, busy %1</source>
        <translation>ein, zu %1 belegt</translation>
    </message>
    <message>
        <source>out, busy %1</source>
        <translation>aus, zu %1 belegt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>message, colour by worker, size by bytes</source>
        <translation>Nachricht, Farbe nach Worker, Größe nach Bytes</translation>
    </message>
    <message>
        <source>waits for a link</source>
        <translation>wartet auf Leitung</translation>
    </message>
    <message>
        <source>thicker: busier link</source>
        <translation>dicker: mehr belegt</translation>
    </message>
    <message>
        <source>closing ring: computes</source>
        <translation>Ring schließt sich: rechnet</translation>
    </message>
    <message>
        <source>%1bit</source>
        <translation>%1bit</translation>
    </message>
    <message>
        <source>%1s</source>
        <translation>%1s</translation>
    </message>
    <message>
        <source>Network: workers, links and messages in simulated time</source>
        <translation>Netzwerk: Worker, Leitungen und Nachrichten in simulierter Zeit</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>Worker %1</translation>
    </message>
    <message>
        <source>the server&apos;s incoming link</source>
        <translation>die eingehende Leitung des Servers</translation>
    </message>
    <message>
        <source>the server&apos;s outgoing link</source>
        <translation>die ausgehende Leitung des Servers</translation>
    </message>
    <message>
        <source>every worker&apos;s incoming link</source>
        <translation>die eingehende Leitung jedes Workers</translation>
    </message>
    <message>
        <source>every worker&apos;s outgoing link</source>
        <translation>die ausgehende Leitung jedes Workers</translation>
    </message>
    <message>
        <source>worker %1&apos;s incoming link</source>
        <translation>die eingehende Leitung von Worker %1</translation>
    </message>
    <message>
        <source>worker %1&apos;s outgoing link</source>
        <translation>die ausgehende Leitung von Worker %1</translation>
    </message>
    <message>
        <source>uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>broadcasts</source>
        <translation>Broadcasts</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 zu %3</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> an iteration</source>
        <translation> je Iteration</translation>
    </message>
    <message>
        <source>No worker sent anything in these iterations: the links are idle.</source>
        <translation>Kein Worker hat in diesen Iterationen etwas gesendet: Die Leitungen sind frei.</translation>
    </message>
    <message>
        <source>%1; all links are idle most of the time, and the workers compute.</source>
        <translation>%1; alle Leitungen sind die meiste Zeit frei, und die Worker rechnen.</translation>
    </message>
    <message>
        <source>%1; %2 is busy %3 of the time.</source>
        <translation>%1; %2 ist %3 der Zeit belegt.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3, iteration %4
waits %5, transfer %6, latency %7</source>
        <translation>%1 von %2 an %3, Iteration %4
wartet %5, Übertragung %6, Latenz %7</translation>
    </message>
    <message>
        <source>Server: its incoming link is busy %1 of the time
Click for the links that all share</source>
        <translation>Server: Seine eingehende Leitung ist %1 der Zeit belegt
Klick für die Leitungen, die sich alle teilen</translation>
    </message>
    <message>
        <source>Worker %1: its outgoing link is busy %2 of the time</source>
        <translation>Worker %1: Seine ausgehende Leitung ist %2 der Zeit belegt</translation>
    </message>
    <message>
        <source>
Click to slow it down, narrow its links or cut it off</source>
        <translation>
Klick, um ihn zu verlangsamen, seine Leitungen zu verengen oder ihn zu trennen</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>computes</source>
        <translation>rechnet</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>outgoing link busy %1 of the time</source>
        <translation>ausgehende Leitung %1 der Zeit belegt</translation>
    </message>
    <message>
        <source>incoming link busy %1 of the time</source>
        <translation>eingehende Leitung %1 der Zeit belegt</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Outgoing link, share of the time busy</source>
        <translation>Ausgehende Leitung, belegter Zeitanteil</translation>
    </message>
    <message>
        <source>Incoming link, share of the time busy</source>
        <translation>Eingehende Leitung, belegter Zeitanteil</translation>
    </message>
    <message>
        <source>What was done to it</source>
        <translation>Was daran geändert ist</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::NowPanel</name>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Mean over the workers since the epoch began</source>
        <translation>Mittel über die Worker seit Beginn der Epoche</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>At the last evaluation</source>
        <translation>Bei der letzten Auswertung</translation>
    </message>
    <message>
        <source>Suboptimality</source>
        <translation>Suboptimalität</translation>
    </message>
    <message>
        <source>How far the workers&apos; mean function is above its minimum, f − f*</source>
        <translation>Wie weit die mittlere Funktion der Worker über ihrem Minimum liegt, f − f*</translation>
    </message>
    <message>
        <source>Uploads, last 100 it.</source>
        <translation>Uploads, letzte 100 It.</translation>
    </message>
    <message>
        <source>Of all the uploads there could have been</source>
        <translation>Von allen Uploads, die möglich waren</translation>
    </message>
    <message>
        <source>Residual norm</source>
        <translation>Residuumsnorm</translation>
    </message>
    <message>
        <source>What compression left out so far, root mean square over workers, at the last evaluation</source>
        <translation>Was die Kompression bisher weggelassen hat, quadratisches Mittel über die Worker, bei der letzten Auswertung</translation>
    </message>
    <message>
        <source>Staleness · share sent</source>
        <translation>Veraltung · gesendet</translation>
    </message>
    <message>
        <source>Iterations until an update is applied, and value bits of the last uploads over those of whole gradients</source>
        <translation>Iterationen, bis ein Update angewandt wird, und Wertbits der letzten Uploads im Verhältnis zu denen ganzer Gradienten</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::OperatorsPanel</name>
    <message>
        <source>Add operator</source>
        <translation>Neuer Operator</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operatoren</translation>
    </message>
    <message>
        <source>None yet: add those that are to be compared.</source>
        <translation>Noch keine: hier hinzufügen, was verglichen werden soll.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>No parameters.</source>
        <translation>Keine Parameter.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::PlaceMenu</name>
    <message>
        <source>%1 changes</source>
        <translation>%1 Änderungen</translation>
    </message>
    <message>
        <source>Set all of them back from now on</source>
        <translation>Alle ab jetzt zurücksetzen</translation>
    </message>
    <message>
        <source>Set back to %1 from now on</source>
        <translation>Ab jetzt auf %1 zurücksetzen</translation>
    </message>
    <message>
        <source>One more change: the run goes on, and what happened in between stays</source>
        <translation>Eine weitere Änderung: Der Lauf geht weiter, und was dazwischen geschah, bleibt</translation>
    </message>
    <message>
        <source>Rewind to before it, iteration %1</source>
        <translation>Bis davor zurückspulen, Iteration %1</translation>
    </message>
    <message>
        <source>A new run that goes back and goes on without the change. %1 stays as it is</source>
        <translation>Ein neuer Lauf, der zurückgeht und ohne die Änderung weiterläuft. %1 bleibt unverändert</translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation>%1, Iteration %2</translation>
    </message>
    <message>
        <source>Fork from here…</source>
        <translation>Hier abzweigen …</translation>
    </message>
    <message>
        <source>A new run that shares what came before and goes on with other values</source>
        <translation>Ein neuer Lauf, der das Bisherige teilt und mit anderen Werten weiterläuft</translation>
    </message>
    <message>
        <source>Rewind to here</source>
        <translation>Bis hier zurückspulen</translation>
    </message>
    <message>
        <source>A new run that goes back to this iteration. %1 stays as it is</source>
        <translation>Ein neuer Lauf, der zu dieser Iteration zurückgeht. %1 bleibt unverändert</translation>
    </message>
    <message>
        <source>Go on from its end</source>
        <translation>Ab seinem Ende fortsetzen</translation>
    </message>
    <message>
        <source>From its last checkpoint, as if it had never stopped</source>
        <translation>Ab seinem letzten Sicherungspunkt, als hätte er nie aufgehört</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::PlotReach</name>
    <message>
        <source>Next point, next cell</source>
        <translation>Nächster Punkt, nächste Zelle</translation>
    </message>
    <message>
        <source>Ten times as far</source>
        <translation>Zehnmal so weit</translation>
    </message>
    <message>
        <source>Shift+← →</source>
        <translation>Umschalt+← →</translation>
    </message>
    <message>
        <source>Another curve, another row</source>
        <translation>Andere Kurve, andere Zeile</translation>
    </message>
    <message>
        <source>A long way</source>
        <translation>Großer Sprung</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>First and last point</source>
        <translation>Erster und letzter Punkt</translation>
    </message>
    <message>
        <source>Ctrl+Home, Ctrl+End</source>
        <translation>Strg+Pos1, Strg+Ende</translation>
    </message>
    <message>
        <source>Next change of the run; next span of the timeline</source>
        <translation>Nächste Änderung des Laufs; nächste Spanne der Zeitleiste</translation>
    </message>
    <message>
        <source>Ctrl+← →</source>
        <translation>Strg+← →</translation>
    </message>
    <message>
        <source>Closer, further away</source>
        <translation>Näher, weiter weg</translation>
    </message>
    <message>
        <source>What the point stands for</source>
        <translation>Was hinter dem Punkt steht</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Menu of the place</source>
        <translation>Menü der Stelle</translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation>Menü, Umschalt+F10</translation>
    </message>
    <message>
        <source>Away with the cursor</source>
        <translation>Cursor ausblenden</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Tabelle zeigen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::PlotTableWindow</name>
    <message>
        <source>Table: %1</source>
        <translation>Tabelle: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>What the plot shows now</source>
        <translation>Was das Diagramm jetzt zeigt</translation>
    </message>
    <message>
        <source>What is selected, else everything, with tabs between the cells</source>
        <translation>Was ausgewählt ist, sonst alles, mit Tabulatoren zwischen den Zellen</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV …</translation>
    </message>
    <message>
        <source>Everything, with commas between the cells</source>
        <translation>Alles, mit Kommas zwischen den Zellen</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>%1 Zeilen, %2 Spalten</translation>
    </message>
    <message>
        <source>The plot is no longer there.</source>
        <translation>Das Diagramm ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 rows. A file has room for all.</source>
        <translation>Die ersten %1 von %2 Zeilen kopiert. Eine Datei hat Platz für alle.</translation>
    </message>
    <message>
        <source>Save the table as</source>
        <translation>Tabelle speichern unter</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>%1 of %2 rows written</source>
        <translation>%1 von %2 Zeilen geschrieben</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::Presentation</name>
    <message>
        <source>Presentation</source>
        <translation>Präsentation</translation>
    </message>
    <message>
        <source>Larger type and lines, and no panels beside the curves</source>
        <translation>Größere Schrift und Linien, und keine Felder neben den Kurven</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RecentRunsCard</name>
    <message>
        <source>%1 iterations</source>
        <translation>%1 Iterationen</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>An experiment file (TOML), or a figure that carries one</source>
        <translation>Eine Experimentdatei (TOML) oder eine Abbildung, die eine enthält</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>Lauf öffnen …</translation>
    </message>
    <message>
        <source>The folder of a run, from the window or the command line</source>
        <translation>Der Ordner eines Laufs, aus dem Fenster oder von der Befehlszeile</translation>
    </message>
    <message>
        <source>What you train is kept, and found here the next time.</source>
        <translation>Was Sie trainieren, wird aufbewahrt und steht beim nächsten Mal hier.</translation>
    </message>
    <message>
        <source>Open the run %1, %2, begun %3</source>
        <translation>Den Lauf %1 öffnen, %2, begonnen %3</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RecoveryCard</name>
    <message>
        <source>Ask again at the next start</source>
        <translation>Beim nächsten Start erneut fragen</translation>
    </message>
    <message>
        <source>%1, up to iteration %2, %3</source>
        <translation>%1, bis Iteration %2, %3</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Keep %1 as it is</source>
        <translation>%1 so lassen</translation>
    </message>
    <message>
        <source>It is shown with the other runs, and you are not asked again. You can still go on with it later.</source>
        <translation>Er wird mit den anderen Läufen gezeigt, und es wird nicht erneut gefragt. Fortsetzen lässt er sich auch später.</translation>
    </message>
    <message>
        <source>From its last checkpoint: to the bit as if nothing had happened</source>
        <translation>Ab seinem letzten Sicherungspunkt: bis aufs Bit so, als wäre nichts geschehen</translation>
    </message>
    <message>
        <source>When the run in hand has ended</source>
        <translation>Wenn der jetzige Lauf beendet ist</translation>
    </message>
    <message>
        <source>The last session ended without closing. This run was still going:</source>
        <translation>Die letzte Sitzung wurde nicht ordentlich beendet. Dieser Lauf lief noch:</translation>
    </message>
    <message>
        <source>The last session ended without closing. These %1 runs were still going:</source>
        <translation>Die letzte Sitzung wurde nicht ordentlich beendet. Diese %1 Läufe liefen noch:</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RulesKeeper</name>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunController</name>
    <message>
        <source>%1 is locked by the experiment file.</source>
        <translation>%1 ist von der Experimentdatei gesperrt.</translation>
    </message>
    <message>
        <source>The seed is locked by the experiment file.</source>
        <translation>Der Startwert ist von der Experimentdatei gesperrt.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunDetails</name>
    <message>
        <source>%1, %2 seeds</source>
        <translation>%1, %2 Startwerte</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunForecaster</name>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>known when it runs</source>
        <translation>zeigt sich im Lauf</translation>
    </message>
    <message>
        <source>roughly %1</source>
        <translation>grob %1</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunLibrary</name>
    <message>
        <source>It has not been above %1</source>
        <translation>Noch nicht über %1</translation>
    </message>
    <message>
        <source>Until it was first above %1</source>
        <translation>Bis erstmals über %1</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1 (Vergleichslauf)</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1, eingeblendet</translation>
    </message>
    <message>
        <source>%1, not shown</source>
        <translation>%1, ausgeblendet</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>data and model</source>
        <translation>Daten und Modell</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>sim. s</source>
        <translation>sim. s</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Until the run&apos;s own target accuracy was first exceeded</source>
        <translation>Bis die eigene Zielgenauigkeit des Laufs erstmals überschritten war</translation>
    </message>
    <message>
        <source>Test accuracy at the last evaluation</source>
        <translation>Testgenauigkeit bei der letzten Auswertung</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsChart</name>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>mean over seeds</source>
        <translation>Startwerte mitteln</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>what it takes to the same value</source>
        <translation>Aufwand bis zum selben Wert</translation>
    </message>
    <message>
        <source>the value at the same x</source>
        <translation>Wert beim selben x</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet wird</translation>
    </message>
    <message>
        <source>Over what it is drawn</source>
        <translation>Worüber es gezeichnet wird</translation>
    </message>
    <message>
        <source>Ratio of what</source>
        <translation>Verhältnis wovon</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichslauf</translation>
    </message>
    <message>
        <source>Runs that differ by their seed alone as one curve, with a band of one deviation</source>
        <translation>Läufe, die sich nur im Startwert unterscheiden, als eine Kurve mit einem Band von einer Standardabweichung</translation>
    </message>
    <message>
        <source>reading %1 of %2</source>
        <translation>liest %1 von %2</translation>
    </message>
    <message>
        <source>No runs are shown</source>
        <translation>Keine Läufe eingeblendet</translation>
    </message>
    <message>
        <source>Click the square before a run&apos;s name, or choose runs and press H.</source>
        <translation>Das Quadrat vor dem Namen eines Laufs anklicken oder Läufe wählen und H drücken.</translation>
    </message>
    <message>
        <source>Reading the curves</source>
        <translation>Liest die Kurven</translation>
    </message>
    <message>
        <source>They appear one by one.</source>
        <translation>Sie erscheinen nacheinander.</translation>
    </message>
    <message>
        <source>One run has nothing to be measured against</source>
        <translation>Ein einzelner Lauf hat nichts, womit er zu vergleichen wäre</translation>
    </message>
    <message>
        <source>Show another, or run the baseline.</source>
        <translation>Einen weiteren einblenden oder den Vergleichslauf starten.</translation>
    </message>
    <message>
        <source>These runs have no such values</source>
        <translation>Diese Läufe haben keine solchen Werte</translation>
    </message>
    <message>
        <source>Choose another quantity above.</source>
        <translation>Oben eine andere Größe wählen.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsDifferencesPanel</name>
    <message>
        <source>Differences of settings</source>
        <translation>Unterschiede der Einstellungen</translation>
    </message>
    <message>
        <source>Show two runs or more, and what differs in their settings stands here.</source>
        <translation>Sobald zwei oder mehr Läufe eingeblendet sind, steht hier, was sich in ihren Einstellungen unterscheidet.</translation>
    </message>
    <message>
        <source>These runs have the same settings, and nothing was changed on the way.</source>
        <translation>Diese Läufe haben dieselben Einstellungen, und unterwegs wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsLibraryPanel</name>
    <message>
        <source>Run the baseline</source>
        <translation>Vergleichslauf starten</translation>
    </message>
    <message>
        <source>Search names, tags, notes, methods, data</source>
        <translation>Namen, Tags, Notizen, Methoden, Daten durchsuchen</translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation>Läufe durchsuchen</translation>
    </message>
    <message>
        <source>Only runs with this tag</source>
        <translation>Nur Läufe mit diesem Tag</translation>
    </message>
    <message>
        <source>Plain SGD with dense gradients, with the chosen run&apos;s seed, data, model and network</source>
        <translation>Einfaches SGD mit dichten Gradienten, mit Startwert, Daten, Modell und Netzwerk des gewählten Laufs</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>What can be done with the chosen runs</source>
        <translation>Was sich mit den gewählten Läufen tun lässt</translation>
    </message>
    <message>
        <source>Library of runs</source>
        <translation>Bibliothek der Läufe</translation>
    </message>
    <message>
        <source>Hide all curves</source>
        <translation>Alle Kurven ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the curves	H</source>
        <translation>Kurven ein- oder ausblenden	H</translation>
    </message>
    <message>
        <source>Show these alone	Return</source>
        <translation>Nur diese zeigen	Return</translation>
    </message>
    <message>
        <source>Open beside the training</source>
        <translation>Neben dem Training öffnen</translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation>Umbenennen	F2</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>Tags bearbeiten</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>No longer a baseline</source>
        <translation>Kein Vergleichslauf mehr</translation>
    </message>
    <message>
        <source>Mark as baseline</source>
        <translation>Als Vergleichslauf markieren</translation>
    </message>
    <message>
        <source>Add a folder of runs…</source>
        <translation>Ordner mit Läufen hinzufügen …</translation>
    </message>
    <message>
        <source>Forget a folder</source>
        <translation>Ordner vergessen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Add a folder of runs</source>
        <translation>Ordner mit Läufen hinzufügen</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Tags</translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <translation>Sucht Läufe …</translation>
    </message>
    <message>
        <source>Runs that you make are listed here; the menu Runs adds folders of others.</source>
        <translation>Eigene Läufe werden hier aufgeführt; das Menü „Läufe“ fügt Ordner mit anderen hinzu.</translation>
    </message>
    <message>
        <source>%1 of %2 runs, %3 shown</source>
        <translation>%1 von %2 Läufen, %3 eingeblendet</translation>
    </message>
    <message>
        <source>1 run, %1 shown</source>
        <translation>1 Lauf, %1 eingeblendet</translation>
    </message>
    <message>
        <source>%1 runs, %2 shown</source>
        <translation>%1 Läufe, %2 eingeblendet</translation>
    </message>
    <message>
        <source>; one folder could not be read</source>
        <translation>; ein Ordner war nicht lesbar</translation>
    </message>
    <message>
        <source>; %1 folders could not be read</source>
        <translation>; %1 Ordner waren nicht lesbar</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsModel</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>top-5 test accuracy</source>
        <translation>Top-5-Testgenauigkeit</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>A branch of %1, from iteration %2 on</source>
        <translation>Eine Abzweigung von %1, ab Iteration %2</translation>
    </message>
    <message>
        <source>%1 has not been above %2 %3</source>
        <translation>%1 lag noch nicht über %2 %3</translation>
    </message>
    <message>
        <source>%1 was first above %2 at iteration %3: %4 rounds, %5 payload bits, %6 s simulated</source>
        <translation>%1 lag in Iteration %3 erstmals über %2: %4 Runden, %5 Nutzbits, %6 s simuliert</translation>
    </message>
    <message>
        <source>to top-5 %1</source>
        <translation>bis Top-5 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>sim. s</source>
        <translation>sim. s</translation>
    </message>
    <message>
        <source>Until %1 was first above %2</source>
        <translation>Bis zur ersten %1 über %2</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsNotesPanel</name>
    <message>
        <source>With commas between: WAN, for the report</source>
        <translation>Durch Kommas getrennt: WAN, für den Bericht</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>What you want to remember of this run</source>
        <translation>Was von diesem Lauf im Gedächtnis bleiben soll</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Give all of them the tags</source>
        <translation>Allen diese Tags geben</translation>
    </message>
    <message>
        <source>Choose a run in the list to write about it.</source>
        <translation>In der Liste einen Lauf wählen, um über ihn zu schreiben.</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsPage</name>
    <message>
        <source>Of the shown runs</source>
        <translation>Zu den eingeblendeten Läufen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Ratio to a baseline</source>
        <translation>Relativ zum Vergleich</translation>
    </message>
    <message>
        <source>To the target</source>
        <translation>Bis zum Ziel</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>A run goes on. The baseline begins when it has ended.</source>
        <translation>Noch trainiert ein Lauf. Der Vergleichslauf beginnt, sobald dieser beendet ist.</translation>
    </message>
    <message>
        <source>The baseline of %1 trains; it is shown here when it has ended.</source>
        <translation>Der Vergleichslauf zu %1 trainiert; er erscheint hier, wenn er beendet ist.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs appear here and stay on the curves to compare with.</source>
        <translation>Läufe erscheinen hier und bleiben zum Vergleich auf den Kurven.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Remove from the table</source>
        <translation>Aus der Tabelle entfernen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::RunsTargetsPanel</name>
    <message>
        <source>Target accuracies</source>
        <translation>Zielgenauigkeiten</translation>
    </message>
    <message>
        <source>With commas between: 80 %, 85 %, top-5 90 %. Empty: the runs&apos; own.</source>
        <translation>Durch Kommas getrennt: 80 %, 85 %, top-5 90 %. Leer: die eigenen der Läufe.</translation>
    </message>
    <message>
        <source>What the runs needed to each target</source>
        <translation>Was die Läufe bis zu jedem Ziel brauchten</translation>
    </message>
    <message>
        <source>Test accuracy above</source>
        <translation>Testgenauigkeit über</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Counts from the next start of the window.</source>
        <translation>Gilt ab dem nächsten Start des Fensters.</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Sicherungspunkte</translation>
    </message>
    <message>
        <source>Every run leaves checkpoints beside its files. From them it goes on after a crash, and is rewound and forked.</source>
        <translation>Jeder Lauf hinterlässt Sicherungspunkte neben seinen Dateien. Von ihnen aus lässt er sich nach einem Absturz fortsetzen sowie zurückspulen und abzweigen.</translation>
    </message>
    <message>
        <source>Counts for runs that begin from now on.</source>
        <translation>Gilt für Läufe, die ab jetzt beginnen.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Panels and menus appear at once, and messages on the network wait to be played. Where the desktop&apos;s effects are off, so are these</source>
        <translation>Felder und Menüs erscheinen sofort, und Nachrichten im Netzwerk warten darauf, abgespielt zu werden. Wo die Effekte des Desktops aus sind, sind es auch diese</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ShardList</name>
    <message>
        <source>What each worker has: images and classes</source>
        <translation>Was jeder Worker hat: Bilder und Klassen</translation>
    </message>
    <message>
        <source>Worker %1</source>
        <translation>Worker %1</translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation>%1 Beispiele</translation>
    </message>
    <message>
        <source>%1 of %2 classes</source>
        <translation>%1 von %2 Klassen</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>Abstand %1</translation>
    </message>
    <message>
        <source>Worker %1, class %2: %3 of %4 examples</source>
        <translation>Worker %1, Klasse %2: %3 von %4 Beispielen</translation>
    </message>
    <message>
        <source>Worker %1: an example of class %2</source>
        <translation>Worker %1: ein Beispiel der Klasse %2</translation>
    </message>
    <message>
        <source>Distance: the share of its examples that would have to be of other classes for it to be like all workers together (total variation)</source>
        <translation>Abstand: der Anteil seiner Beispiele, die von anderen Klassen sein müssten, damit er wie alle Worker zusammen wäre (Totalvariation)</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::StalenessMapPlot</name>
    <message>
        <source>Compression noise by the model, over kept fraction and staleness</source>
        <translation>Kompressionsrauschen nach dem Modell, über behaltenem Anteil und Veraltung</translation>
    </message>
    <message>
        <source>No point of this map hides the network</source>
        <translation>Kein Punkt dieser Karte verdeckt das Netzwerk</translation>
    </message>
    <message>
        <source>Network hidden</source>
        <translation>Netzwerk verdeckt</translation>
    </message>
    <message>
        <source>Kept fraction %1, staleness %2, φ %3, %4 an iteration</source>
        <translation>Behaltener Anteil %1, Veraltung %2, φ %3, %4 je Iteration</translation>
    </message>
    <message>
        <source>Compression noise φ</source>
        <translation>Kompressionsrauschen φ</translation>
    </message>
    <message>
        <source>Time of an iteration</source>
        <translation>Zeit einer Iteration</translation>
    </message>
    <message>
        <source>With D-SGD</source>
        <translation>Mit D-SGD</translation>
    </message>
    <message>
        <source>Kept fraction δ</source>
        <translation>Behaltener Anteil δ</translation>
    </message>
    <message>
        <source>Staleness τ, iterations</source>
        <translation>Veraltung τ, Iterationen</translation>
    </message>
    <message>
        <source>Time of an iteration, s</source>
        <translation>Zeit einer Iteration, s</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::StartCard</name>
    <message>
        <source>Which of %1</source>
        <translation>Variante von %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Fills the form with its settings; nothing begins yet  (Enter)</source>
        <translation>Füllt das Formular mit den Einstellungen; noch beginnt nichts  (Eingabetaste)</translation>
    </message>
    <message>
        <source>%1 is not here yet</source>
        <translation>%1 ist noch nicht da</translation>
    </message>
    <message>
        <source>needs no data</source>
        <translation>braucht keine Daten</translation>
    </message>
    <message>
        <source>As such a run took on this machine the last time</source>
        <translation>Wie zuletzt ein solcher Lauf auf diesem Rechner</translation>
    </message>
    <message>
        <source>Worked out from measurements for %1</source>
        <translation>Aus Messungen errechnet für %1</translation>
    </message>
    <message>
        <source>Get the data…</source>
        <translation>Daten laden …</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Get the data for %1</source>
        <translation>Die Daten für %1 laden</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>What there is, and where it can be had  (Ctrl+Enter)</source>
        <translation>Was da ist, und woher man es bekommt  (Strg+Eingabetaste)</translation>
    </message>
    <message>
        <source>Opens it and begins at once  (Ctrl+Enter)</source>
        <translation>Öffnet es und beginnt sofort  (Strg+Eingabetaste)</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::StartPage</name>
    <message>
        <source>No experiment has these words.</source>
        <translation>Kein Experiment enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>What do you want to see?</source>
        <translation>Was möchten Sie sehen?</translation>
    </message>
    <message>
        <source>Each card is an experiment that is ready to run. Nothing is downloaded unless you ask for it.</source>
        <translation>Jede Karte ist ein Experiment, das bereitliegt. Geladen wird nur, worum Sie bitten.</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Experimente suchen</translation>
    </message>
    <message>
        <source>Show this page at start</source>
        <translation>Diese Seite beim Start zeigen</translation>
    </message>
    <message>
        <source>Times are this machine&apos;s where it has trained such a run, else worked out from measurements for %1.</source>
        <translation>Zeiten sind die dieses Rechners, wo er einen solchen Lauf trainiert hat, sonst aus Messungen errechnet für %1.</translation>
    </message>
    <message>
        <source>Tour of five minutes</source>
        <translation>Rundgang in fünf Minuten</translation>
    </message>
    <message>
        <source>A real run, step by step</source>
        <translation>Ein echter Lauf, Schritt für Schritt</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::StatusLine</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 Thread</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 Threads</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation>Iteration %1 von %2</translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>%1 it/s</source>
        <translation>%1 It/s</translation>
    </message>
    <message>
        <source>simulated %1</source>
        <translation>simuliert %1</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepAxisField</name>
    <message>
        <source>Parameter %1</source>
        <translation>Parameter %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Any parameter of the experiment; type to search. A path as in --set is taken, too: worker.2.slowdown</source>
        <translation>Jeder Parameter des Experiments; Eintippen sucht. Auch ein Pfad wie in --set gilt: worker.2.slowdown</translation>
    </message>
    <message>
        <source>Values %1</source>
        <translation>Werte %1</translation>
    </message>
    <message>
        <source>0.01, 3 %, 0.1   or   0.001 to 1 in 4 log steps</source>
        <translation>0.01, 3 %, 0.1   oder   0.001 to 1 in 4 log steps</translation>
    </message>
    <message>
        <source>Values with commas between, or two ends and how many steps that makes, both ends included</source>
        <translation>Werte, durch Kommas getrennt, oder zwei Enden und wie viele Schritte das ergibt, beide Enden eingeschlossen</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepCellsModel</name>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepForm</name>
    <message>
        <source>along x</source>
        <translation>entlang x</translation>
    </message>
    <message>
        <source>along y</source>
        <translation>entlang y</translation>
    </message>
    <message>
        <source>Along x</source>
        <translation>Entlang x</translation>
    </message>
    <message>
        <source>Along y</source>
        <translation>Entlang y</translation>
    </message>
    <message>
        <source>%1: seeds</source>
        <translation>%1: Startwerte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> by </source>
        <translation> × </translation>
    </message>
    <message>
        <source>Choose a parameter, or more than one seed.</source>
        <translation>Einen Parameter wählen oder mehr als einen Startwert.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepFrontCard</name>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>What no other combination beats: none costs less and is as good</source>
        <translation>Was keine andere Kombination schlägt: Keine ist ebenso gut und kostet weniger</translation>
    </message>
    <message>
        <source>What the points are judged by</source>
        <translation>Wonach die Punkte beurteilt werden</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>Every combination that has finished is a point here; the line joins those that no other beats.</source>
        <translation>Jede fertige Kombination ist hier ein Punkt; die Linie verbindet die, die keine andere schlägt.</translation>
    </message>
    <message>
        <source>%1 of %2 points on the front. The best: %3, %4 for %5.</source>
        <translation>%1 von %2 Punkten auf der Front. Der beste: %3, %4 für %5.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepMapCard</name>
    <message>
        <source>Results of the sweep</source>
        <translation>Ergebnisse der Parameterstudie</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation>%1 divergiert</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>Nothing swept yet. Choose parameters and values above: “Start” runs every combination, and the map fills in as the runs end.</source>
        <translation>Noch keine Studie. Oben Parameter und Werte wählen: „Start“ führt jede Kombination aus, und die Karte füllt sich, während die Läufe fertig werden.</translation>
    </message>
    <message>
        <source>This sweep has no axes, only seeds or a list: see the front and the table.</source>
        <translation>Diese Studie hat keine Achsen, nur Startwerte oder eine Liste: siehe Front und Tabelle.</translation>
    </message>
    <message>
        <source>Click a cell to add its run to the table of runs; Enter or a double click shows its curves.</source>
        <translation>Ein Klick auf eine Zelle fügt ihren Lauf der Tabelle der Läufe hinzu; die Eingabetaste oder ein Doppelklick zeigt seine Kurven.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepSession</name>
    <message>
        <source>No sweep has been begun in %1 yet.</source>
        <translation>In %1 wurde noch keine Parameterstudie begonnen.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::SweepsPage</name>
    <message>
        <source>Sweep</source>
        <translation>Parameterstudie</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation>Läufe der Studie</translation>
    </message>
    <message>
        <source>Every combination of the values is a run of its own: the experiment at the left with these parameters changed.</source>
        <translation>Jede Kombination der Werte ist ein eigener Lauf: das Experiment links, mit diesen Parametern geändert.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start the one shown</source>
        <translation>Gezeigte starten</translation>
    </message>
    <message>
        <source>Start new</source>
        <translation>Neue starten</translation>
    </message>
    <message>
        <source>%1 of %2 runs done</source>
        <translation>%1 von %2 Läufen fertig</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Stopping: %1</source>
        <translation>Bricht ab: %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>This run can be opened when it has ended.</source>
        <translation>Dieser Lauf lässt sich öffnen, wenn er beendet ist.</translation>
    </message>
    <message>
        <source>Sweep file…</source>
        <translation>Studiendatei …</translation>
    </message>
    <message>
        <source>Open sweep</source>
        <translation>Parameterstudie öffnen</translation>
    </message>
    <message>
        <source>Sweeps (*.toml)</source>
        <translation>Parameterstudien (*.toml)</translation>
    </message>
    <message>
        <source>Sweep folder…</source>
        <translation>Studienordner …</translation>
    </message>
    <message>
        <source>Open sweep folder</source>
        <translation>Studienordner öffnen</translation>
    </message>
    <message>
        <source>The last sweep</source>
        <translation>Die letzte Studie</translation>
    </message>
    <message>
        <source>Its experiment and axes in the forms</source>
        <translation>Experiment und Achsen in die Formulare</translation>
    </message>
    <message>
        <source>There is no sweep yet.</source>
        <translation>Es gibt noch keine Parameterstudie.</translation>
    </message>
    <message>
        <source>Save sweep</source>
        <translation>Parameterstudie speichern</translation>
    </message>
    <message>
        <source>Save the sweep</source>
        <translation>Parameterstudie speichern</translation>
    </message>
    <message>
        <source>Results as CSV…</source>
        <translation>Ergebnisse als CSV …</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Ergebnisse speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>“%1” makes %2</source>
        <translation>„%1“ ergibt %2</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TargetTable</name>
    <message>
        <source>top-5 %1</source>
        <translation>Top-5 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Mean ± deviation over the seeds that got above the target</source>
        <translation>Mittel ± Abweichung über die Startwerte, die über das Ziel kamen</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>sim. s</source>
        <translation>sim. s</translation>
    </message>
    <message>
        <source>wall s</source>
        <translation>echte s</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TimePanel</name>
    <message>
        <source>A worker&apos;s time</source>
        <translation>Zeit eines Workers</translation>
    </message>
    <message>
        <source>Mean over the workers, last 100 iterations</source>
        <translation>Mittel über die Worker, letzte 100 Iterationen</translation>
    </message>
    <message>
        <source>The slowest update&apos;s way</source>
        <translation>Weg des langsamsten Updates</translation>
    </message>
    <message>
        <source>Of the worker whose upload arrives last: from the weights to the server, last 100 iterations. Without staleness this is all of an iteration.</source>
        <translation>Von dem Worker, dessen Upload zuletzt ankommt: von den Gewichten bis zum Server, letzte 100 Iterationen. Ohne Veraltung ist das die ganze Iteration.</translation>
    </message>
    <message>
        <source>Why no speed-up?</source>
        <translation>Warum nicht schneller?</translation>
    </message>
    <message>
        <source>Once a run goes on: what holds it up, and what would help.</source>
        <translation>Sobald ein Lauf trainiert: was ihn aufhält und was helfen würde.</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TimelineCanvas</name>
    <message>
        <source>Timeline: what each worker does over simulated time</source>
        <translation>Zeitleiste: was jeder Worker über die simulierte Zeit tut</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Show the newest iterations again, and go on with them</source>
        <translation>Wieder die neuesten Iterationen zeigen und ihnen folgen</translation>
    </message>
    <message>
        <source>Once a run goes on: when each worker computes, sends and waits, in simulated time.</source>
        <translation>Sobald ein Lauf trainiert: wann jeder Worker rechnet, sendet und wartet, in simulierter Zeit.</translation>
    </message>
    <message>
        <source>This run was read back from its folder, which keeps no spans: when each worker computed, sent and waited is known only while a run trains here.</source>
        <translation>Dieser Lauf wurde aus seinem Ordner gelesen, der keine Zeitspannen aufbewahrt: Wann jeder Worker rechnete, sendete und wartete, ist nur bekannt, während ein Lauf hier trainiert.</translation>
    </message>
    <message>
        <source>The first iteration is on its way.</source>
        <translation>Die erste Iteration ist unterwegs.</translation>
    </message>
    <message>
        <source>This run ended before its first iteration was over.</source>
        <translation>Dieser Lauf endete, bevor seine erste Iteration vorbei war.</translation>
    </message>
    <message>
        <source>First iteration</source>
        <translation>Erste Iteration</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Begins, s</source>
        <translation>Beginnt, s</translation>
    </message>
    <message>
        <source>Ends, s</source>
        <translation>Endet, s</translation>
    </message>
    <message>
        <source>%1, s, all workers</source>
        <translation>%1, s, alle Worker</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Waits from, s</source>
        <translation>Wartet seit, s</translation>
    </message>
    <message>
        <source>Has the weights, s</source>
        <translation>Hat die Gewichte, s</translation>
    </message>
    <message>
        <source>Has computed, s</source>
        <translation>Hat gerechnet, s</translation>
    </message>
    <message>
        <source>Has encoded, s</source>
        <translation>Hat kodiert, s</translation>
    </message>
    <message>
        <source>Upload is there, s</source>
        <translation>Upload ist da, s</translation>
    </message>
    <message>
        <source>In queues, s</source>
        <translation>Anstehen, s</translation>
    </message>
    <message>
        <source>On the way, s</source>
        <translation>Unterwegs, s</translation>
    </message>
    <message>
        <source>On the wire, bytes</source>
        <translation>Auf der Leitung, Bytes</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TimelinePlot</name>
    <message>
        <source>Uploads coloured by</source>
        <translation>Uploads gefärbt nach</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>staleness</source>
        <translation>Veraltung</translation>
    </message>
    <message>
        <source>What is followed</source>
        <translation>Was verfolgt wird</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>ganzer Lauf</translation>
    </message>
    <message>
        <source>last 100</source>
        <translation>letzte 100</translation>
    </message>
    <message>
        <source>last 10</source>
        <translation>letzte 10</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>workers × simulated time</source>
        <translation>Worker × simulierte Zeit</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>What is seen now, as SVG or PNG</source>
        <translation>Was jetzt zu sehen ist, als SVG oder PNG</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::Tour</name>
    <message>
        <source>Tour of five minutes</source>
        <translation>Rundgang in fünf Minuten</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>A real run, step by step. Your form and your runs are kept</source>
        <translation>Ein echter Lauf, Schritt für Schritt. Formular und Läufe bleiben erhalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TraceCanvas</name>
    <message>
        <source>Bandwidth of the workers&apos; links over a period of the trace</source>
        <translation>Bandbreite der Leitungen der Worker über eine Periode des Verlaufs</translation>
    </message>
    <message>
        <source>%1bit/s</source>
        <translation>%1bit/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 s, %2bit/s</source>
        <translation>%1 s, %2bit/s</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::TraceEditor</name>
    <message>
        <source>Bandwidth over time</source>
        <translation>Bandbreite über die Zeit</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>The trace as it was; undo brings back what was painted</source>
        <translation>Der Verlauf, wie er war; „Rückgängig“ holt das Gemalte zurück</translation>
    </message>
    <message>
        <source>reset of the trace</source>
        <translation>Zurücksetzen des Verlaufs</translation>
    </message>
    <message>
        <source>painting of the trace</source>
        <translation>Malen im Verlauf</translation>
    </message>
    <message>
        <source>choice of the trace</source>
        <translation>Wahl des Verlaufs</translation>
    </message>
    <message>
        <source>Edits here make the next run.</source>
        <translation>Änderungen gelten für den nächsten Lauf.</translation>
    </message>
    <message>
        <source>The links of this network do not follow a trace.</source>
        <translation>Die Leitungen dieses Netzwerks folgen keinem Verlauf.</translation>
    </message>
    <message>
        <source>The bandwidth is constant. Choose a trace to see it, and to paint over it.</source>
        <translation>Die Bandbreite ist konstant. Einen Verlauf wählen, um ihn zu sehen und zu übermalen.</translation>
    </message>
    <message>
        <source>This trace cannot be shown.</source>
        <translation>Dieser Verlauf ist nicht darstellbar.</translation>
    </message>
    <message>
        <source>Then drag over the trace to give it another bandwidth; or with the arrows and Enter</source>
        <translation>Danach über den Verlauf ziehen, um ihm eine andere Bandbreite zu geben; oder mit Pfeiltasten und Eingabetaste</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::VectorPanel</name>
    <message>
        <source>Vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Capture the next gradient</source>
        <translation>Nächsten Gradienten erfassen</translation>
    </message>
    <message>
        <source>Of worker 1’s minibatch in the next iteration, before anything is left out of it</source>
        <translation>Vom Minibatch von Worker 1 in der nächsten Iteration, bevor etwas davon weggelassen wird</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>The run is paused: its next step brings the gradient.</source>
        <translation>Der Lauf ist angehalten: Sein nächster Schritt bringt den Gradienten.</translation>
    </message>
    <message>
        <source>Waiting for the next iteration.</source>
        <translation>Wartet auf die nächste Iteration.</translation>
    </message>
    <message>
        <source>Worker %1, iteration %2.</source>
        <translation>Worker %1, Iteration %2.</translation>
    </message>
    <message>
        <source>Until a gradient is captured, the figures are of the generated vector.</source>
        <translation>Bis ein Gradient erfasst ist, gelten die Kennzahlen für den erzeugten Vektor.</translation>
    </message>
    <message>
        <source>No run goes on: start one to capture its gradient. Until then the figures are of the generated vector.</source>
        <translation>Kein Lauf trainiert: einen beginnen, um seinen Gradienten zu erfassen. Bis dahin gelten die Kennzahlen für den erzeugten Vektor.</translation>
    </message>
    <message>
        <source>All layers, d = %1</source>
        <translation>Alle Schichten, d = %1</translation>
    </message>
    <message>
        <source>Run&apos;s gradient</source>
        <translation>Gradient des Laufs</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::WindowActions</name>
    <message>
        <source>Open experiment…</source>
        <translation>Experiment öffnen …</translation>
    </message>
    <message>
        <source>An experiment file (TOML), or a figure that carries one. Dropping it does the same</source>
        <translation>Eine Experimentdatei (TOML) oder eine Abbildung, die eines enthält. Hereinziehen bewirkt dasselbe</translation>
    </message>
    <message>
        <source>Open run folder…</source>
        <translation>Laufordner öffnen …</translation>
    </message>
    <message>
        <source>A run that was left by the window or the command line, as an overlay</source>
        <translation>Ein Lauf, den Fenster oder Befehlszeile hinterlassen haben, als Überlagerung</translation>
    </message>
    <message>
        <source>Save experiment as…</source>
        <translation>Experiment speichern unter …</translation>
    </message>
    <message>
        <source>Everything resolved, for the window and the command line</source>
        <translation>Alle Werte ausgeschrieben, für Fenster und Befehlszeile</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Abbildung exportieren …</translation>
    </message>
    <message>
        <source>The curves as SVG, PDF or PNG, which carry their experiments</source>
        <translation>Die Kurven als SVG, PDF oder PNG, die ihre Experimente enthalten</translation>
    </message>
    <message>
        <source>Report of the run…</source>
        <translation>Bericht des Laufs …</translation>
    </message>
    <message>
        <source>All there is to say of it on one page of HTML</source>
        <translation>Alles, was über ihn zu sagen ist, auf einer HTML-Seite</translation>
    </message>
    <message>
        <source>TensorBoard event file…</source>
        <translation>TensorBoard-Ereignisdatei …</translation>
    </message>
    <message>
        <source>The run&apos;s curves as scalars</source>
        <translation>Die Kurven des Laufs als Skalare</translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation>Als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>The telegrad-cli that repeats the run; with no run, the experiment in the form</source>
        <translation>Der telegrad-cli-Befehl, der den Lauf wiederholt; ohne Lauf das Experiment im Formular</translation>
    </message>
    <message>
        <source>Data…</source>
        <translation>Daten …</translation>
    </message>
    <message>
        <source>Datasets: where they are, downloads</source>
        <translation>Datensätze: wo sie sind, Downloads</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Remove run from the table</source>
        <translation>Lauf aus der Tabelle entfernen</translation>
    </message>
    <message>
        <source>Its files stay; undo puts it back</source>
        <translation>Seine Dateien bleiben; „Rückgängig“ holt ihn zurück</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Language, motion, and what checkpoints may take up</source>
        <translation>Sprache, Bewegung und was Sicherungspunkte belegen dürfen</translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation>Befehl suchen …</translation>
    </message>
    <message>
        <source>Everything in the menus, by a few letters of its name</source>
        <translation>Alles aus den Menüs, nach ein paar Buchstaben des Namens</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>The window, the methods with their formulas, files, the command line</source>
        <translation>Das Fenster, die Verfahren mit ihren Formeln, Dateien, die Befehlszeile</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Telegrad</source>
        <translation>Über Telegrad</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Run, pause, go on</source>
        <translation>Starten, anhalten, fortsetzen</translation>
    </message>
    <message>
        <source>Step one iteration</source>
        <translation>Eine Iteration weiter</translation>
    </message>
    <message>
        <source>Step to the end of the epoch</source>
        <translation>Bis zum Ende der Epoche</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>After the iteration in hand. The run stays on the curves</source>
        <translation>Nach der laufenden Iteration. Der Lauf bleibt auf den Kurven</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>Zurückspulen</translation>
    </message>
    <message>
        <source>From the start, same seed: the same initial weights and minibatches</source>
        <translation>Von Anfang an, gleicher Startwert: dieselben Anfangsgewichte und Minibatches</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
    <message>
        <source>From the start with the next seed</source>
        <translation>Von Anfang an mit dem nächsten Startwert</translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation>Abzweigen …</translation>
    </message>
    <message>
        <source>A new run that shares this one&apos;s iterations, up to the read-out or its end, and goes on with other values</source>
        <translation>Ein neuer Lauf, der die Iterationen von diesem teilt, bis zur Ablesestelle oder zum Ende, und mit anderen Werten weiterläuft</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>Ab der Abbruchstelle fortsetzen</translation>
    </message>
    <message>
        <source>The run in front, from its last checkpoint</source>
        <translation>Den Lauf im Vordergrund, ab seinem letzten Sicherungspunkt</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>A word of yours in the run&apos;s journal, marked on the curves where it is now</source>
        <translation>Ein eigenes Wort im Journal des Laufs, auf den Kurven markiert, wo er jetzt ist</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Shipped experiments</source>
        <translation>Mitgelieferte Experimente</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit and help</source>
        <translation>Bearbeiten und Hilfe</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Abzweigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>heading</comment>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>The shipped experiments, and what was trained last</source>
        <translation>Die mitgelieferten Experimente, und was zuletzt trainiert wurde</translation>
    </message>
    <message>
        <source>Explain this</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>In a plot</source>
        <translation>In einem Diagramm</translation>
    </message>
</context>
<context>
    <name>telegrad::ui::WorkerStrip</name>
    <message>
        <source>uploaded</source>
        <translation>hochgeladen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>forced by the delay bound, or back from being away</source>
        <translation>durch die Verzögerungsgrenze erzwungen oder nach Abwesenheit zurück</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>Who spoke: workers by iterations</source>
        <translation>Wer sprach: Worker über Iterationen</translation>
    </message>
    <message>
        <source>Worker %1, iteration %2: %3</source>
        <translation>Worker %1, Iteration %2: %3</translation>
    </message>
    <message>
        <source>
change of the gradient %1, threshold %2</source>
        <translation>
Änderung des Gradienten %1, Schwelle %2</translation>
    </message>
    <message>
        <source>forced (τ &gt; D)</source>
        <translation>erzwungen (τ &gt; D)</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>erzwungen</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>Wer sprach</translation>
    </message>
    <message>
        <source>workers × iterations</source>
        <translation>Worker × Iterationen</translation>
    </message>
    <message>
        <source>This run was read back from its folder, which does not keep who spoke.</source>
        <translation>Dieser Lauf wurde aus seinem Ordner gelesen, der nicht aufbewahrt, wer sprach.</translation>
    </message>
    <message>
        <source>Which worker uploaded, and which kept silent, appears as a run trains.</source>
        <translation>Welcher Worker hochlud und welcher schwieg, erscheint, während ein Lauf trainiert.</translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Worker %1</source>
        <translation>Worker %1</translation>
    </message>
</context>
</TS>
