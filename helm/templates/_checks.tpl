{{- /* What the schema cannot see, because it lies between two values. Each message names the value and the remedy. */ -}}
{{- define "handbell.check" -}}
{{- $v := .Values -}}
{{- $missing := "" -}}
{{- range $each := list
  (list $v.consoleUrl "consoleUrl: say the console's address as people type it, such as https://handbell.school.example")
  (list $v.kafka.bootstrapServers "kafka.bootstrapServers: say where Kafka is, as host:port")
  (list $v.postgresql.host "postgresql.host: say where PostgreSQL is")
  (list $v.postgresql.users.case.existingSecret "postgresql.users.case.existingSecret: name the secret with this user's name and password")
  (list $v.postgresql.users.notification.existingSecret "postgresql.users.notification.existingSecret: name the secret with this user's name and password")
  (list $v.keys.existingSecret "keys.existingSecret: name the secret with the keys hash_key, evidence_key and fingerprint_key")
  (list $v.signIn.issuer "signIn.issuer: say who signs people in, by the address of an OpenID Connect issuer")
  (list $v.signIn.clientId "signIn.clientId: name Handbell's client at the issuer")
  (list $v.signIn.existingSecret "signIn.existingSecret: name the secret with the client's secret")
  (list $v.mail.host "mail.host: say where the mail relay is")
  (list $v.mail.from "mail.from: give the sender's address")
-}}
{{- if not (or $missing (first $each)) }}{{ $missing = last $each }}{{ end -}}
{{- end -}}
{{- if $missing }}{{ fail $missing }}{{ end -}}
{{- if and (eq $v.kafka.authentication "mtls") (not $v.kafka.tls.enabled) -}}
{{- fail "kafka.authentication: mtls needs kafka.tls.enabled" -}}
{{- end -}}
{{- if and $v.kafka.strimzi.users (eq $v.kafka.authentication "none") -}}
{{- fail "kafka.strimzi.users: set kafka.authentication to scram-sha-512 or mtls, which the users need" -}}
{{- end -}}
{{- if and (or $v.kafka.strimzi.users $v.kafka.strimzi.topics) (not $v.kafka.strimzi.cluster) -}}
{{- fail "kafka.strimzi.cluster: name the Kafka object that the topics and users belong to" -}}
{{- end -}}
{{- if and $v.kafka.strimzi.users $v.kafka.strimzi.namespace (ne $v.kafka.strimzi.namespace .Release.Namespace) -}}
{{- fail "kafka.strimzi.namespace: Strimzi writes the users' secrets there and pods cannot read them from another namespace; install the chart into it, or set kafka.strimzi.users to false" -}}
{{- end -}}
{{- if and $v.ingress.enabled $v.httpRoute.enabled -}}
{{- fail "ingress.enabled and httpRoute.enabled: choose one" -}}
{{- end -}}
{{- if and $v.httpRoute.enabled (not $v.httpRoute.parentRefs) -}}
{{- fail "httpRoute.parentRefs: name the gateway" -}}
{{- end -}}
{{- range $key := list "ingest" "analysis" "notification" -}}
{{- $scaling := (index $v $key).autoscaling -}}
{{- if gt (int $scaling.minReplicas) (int $scaling.maxReplicas) -}}
{{- fail (printf "%s.autoscaling.minReplicas: %v is more than maxReplicas, %v" $key $scaling.minReplicas $scaling.maxReplicas) -}}
{{- end -}}
{{- end -}}
{{- end -}}
